import { Badge, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { remoteWords } from '../../../../shared/i18n/screens/remote.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

export type Machine = Pick<View<'manage'>['devices'][number], 'name' | 'connected' | 'remote'> & {
  /** Null: the kiosk on the server's own machine. */
  readonly id: number | null;
  readonly isKiosk: boolean;
};
type Props = Part & { readonly machine: Machine };
type Act = 'lock' | 'reload' | 'reprint';

/** What was asked and is not done yet, and a lock that holds, in words. */
function pending({ remote, connected }: Machine, words: (typeof remoteWords)['vi']): readonly string[] {
  const { asked, lockDone, reloadDone } = remote;
  const waits = [
    ...(lockDone ? [] : [asked.locked ? words.willLock : words.willOpen]),
    ...(reloadDone ? [] : [words.willReload]),
  ];
  return [
    ...(asked.locked && lockDone ? [words.isLocked] : []),
    ...(connected ? waits : waits.map((what) => fill(words.whenBack, { what }))),
  ];
}

/** Pausing, reloading and printing again from afar, each asked before it is done, and what became of it. */
export function Remote({ machine, ...part }: Props): ReactNode {
  const { request, language, disabled } = part;
  const { id: deviceId, name, isKiosk, remote } = machine;
  const words = remoteWords[language];
  const [asking, setAsking] = useState<Act | null>(null);
  const button = (label: string, onClick: () => void): ReactNode => (
    <Button size="compact-md" variant="default" disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <Group gap="xs" role="group" aria-label={fill(words.acts, { name })}>
      {pending(machine, words).map((what) => (
        <Badge key={what} className="manage-badge" color="orange" variant="light" c="dark">
          {what}
        </Badge>
      ))}
      {isKiosk &&
        (remote.asked.locked
          ? button(words.unlock, () => void request.send('device:lock', { deviceId, locked: false }))
          : button(words.lock, () => setAsking('lock')))}
      {button(words.reload, () => setAsking('reload'))}
      {remote.canReprint && button(words.reprint, () => setAsking('reprint'))}
      {asking !== null && <Asked {...part} machine={machine} act={asking} onClose={() => setAsking(null)} />}
    </Group>
  );
}

function Asked({
  machine,
  act,
  onClose,
  ...part
}: Props & { readonly act: Act; readonly onClose: () => void }): ReactNode {
  const { request, language, disabled } = part;
  const { id: deviceId, name } = machine;
  const words = remoteWords[language];
  const carryOut = async (): Promise<void> => {
    if (act === 'reprint') {
      const done = await request.send('device:reprint', { deviceId });
      if (done === null) return;
      onClose();
      const said = done.printing ? words.reprinting : words.nothingPrinted;
      request.say({ kind: done.printing ? 'note' : 'trouble', text: fill(said, { name }) });
      return;
    }
    const done =
      act === 'lock'
        ? await request.send('device:lock', { deviceId, locked: true })
        : await request.send('device:reload', { deviceId });
    if (done !== null) onClose();
  };
  return (
    <Dialog language={language} title={fill(words[`${act}Title`], { name })} onClose={onClose}>
      <Stack>
        <p>{words[`${act}More`]}</p>
        <DialogEnd request={request} language={language} keep={words.keep} onClose={onClose}>
          <Button disabled={disabled} onClick={() => void carryOut()}>
            {words[act]}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
