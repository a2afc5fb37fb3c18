import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DeviceScreen } from '../../../../shared/contract/protocol.ts';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { InviteForm } from './InviteForm.tsx';
import type { Part } from '../part.ts';
import { PairingCode } from './PairingCode.tsx';

export type Invited = RequestOutput<'device:invite'> & {
  readonly screen: DeviceScreen;
  readonly name: string;
};
type Props = Part & { readonly now: () => number; readonly onClose: () => void };

/** First what the new screen is, then the code to type into it. */
export function Invite({ now, onClose, ...part }: Props): ReactNode {
  const words = manageWords[part.language];
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Dialog
      language={part.language}
      size="lg"
      title={invited === null ? words.inviteTitle : fill(words.codeFor, { name: invited.name })}
      onClose={onClose}
    >
      {invited === null ? (
        <InviteForm {...part} onInvited={setInvited} onClose={onClose} />
      ) : (
        <PairingCode
          invited={invited}
          now={now}
          timeZone={part.view.office.timeZone}
          language={part.language}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
