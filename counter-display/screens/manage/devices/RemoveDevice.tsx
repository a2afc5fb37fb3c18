import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { Confirm } from '../dialog/Confirm.tsx';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly device: View<'manage'>['devices'][number];
  readonly onClose: () => void;
};

/** Asks before a screen is shut out, since somebody has to walk to it to bring it back. */
export function RemoveDevice({ device, request, language, disabled, onClose }: Props): ReactNode {
  const words = manageWords[language];
  const remove = async (): Promise<void> => {
    if ((await request.send('device:remove', { deviceId: device.id })) !== null) onClose();
  };
  return (
    <Confirm
      request={request}
      language={language}
      disabled={disabled}
      title={fill(words.removeTitle, { name: device.name })}
      more={words.removeMore}
      keep={words.cancel}
      act={words.remove}
      onAct={remove}
      onClose={onClose}
    />
  );
}
