import { Alert, Button, Group, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import { printerWords } from '../../../../shared/i18n/screens/printers.ts';
import type { Part } from '../part.ts';
import type { Trying } from './Step.tsx';

/** How often a kiosk has looked for somebody today: only a face that it sees makes it look. */
const looksOf = ({ faces: { today } }: Part['view']): number =>
  today.recognised + today.unsure + today.unknown;

/**
 * Whether kiosks see faces. It is the kiosk's own camera that has to, with all that lies between it and the server, so
 * somebody stands before the kiosk and the server tells that it was asked who that is.
 */
export function CameraTest({ view, language, disabled, onTried }: Trying): ReactNode {
  const words = assistantWords[language];
  const [before] = useState(() => looksOf(view));
  const kiosks = [
    { name: printerWords[language].ownMachine, health: view.ownKiosk },
    ...view.devices.filter(({ screen }) => screen === 'kiosk'),
  ];
  const unplugged = kiosks.filter(({ health }) => (health?.faults.camera ?? 0) > 0);
  const hasSeen = looksOf(view) > before;
  return (
    <section>
      {view.opening.kind !== 'open' && (
        <Alert color="orange" variant="light" mb="md">
          {words.cameraClosed}
        </Alert>
      )}
      {unplugged.map(({ name, health }) => (
        <Alert key={name} color="orange" variant="light" mb="md">
          {fill(words.cameraUnplugged, { name, n: health?.faults.camera ?? 0 })}
        </Alert>
      ))}
      {hasSeen ? (
        <Alert role="status" color="green" variant="light">
          {words.cameraSaw}
        </Alert>
      ) : (
        <>
          <Group>
            <Loader size="sm" aria-hidden="true" />
            <p role="status">{words.cameraWait}</p>
          </Group>
          <Button mt="md" variant="default" disabled={disabled} onClick={() => onTried(false)}>
            {words.cameraBlind}
          </Button>
        </>
      )}
    </section>
  );
}
