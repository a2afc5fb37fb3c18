import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import { printerWords } from '../../../../shared/i18n/screens/printers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import { base64Of } from '../../../../shared/ui/paper/base64.ts';
import { drawPaper } from '../../../../shared/ui/paper/draw.ts';
import type { Block } from '../../../../shared/ui/paper/paper.ts';
import { Printers } from '../screens/Printers.tsx';
import type { Trying } from './Step.tsx';
import { Tried } from './Tried.tsx';

const line = (text: string, size: number, bold = false): Block => ({
  kind: 'text',
  text,
  size,
  bold,
  align: 'centre',
});

/** Where kiosks print, and a slip by which it is seen whether they do. */
export function PrinterTest(part: Trying): ReactNode {
  const { view, request, language, disabled, now, onTried } = part;
  const words = assistantWords[language];
  const [tried, setTried] = useState<number | null | 'nothing'>('nothing');
  const nameOf = (deviceId: number | null): string =>
    view.devices.find(({ id }) => id === deviceId)?.name ?? printerWords[language].ownMachine;
  const print = async (deviceId: number | null): Promise<void> => {
    const { name, timeZone } = view.office;
    const slip = await drawPaper([
      line(name.vi, 30, true),
      { kind: 'rule' },
      line(words.slipTitle, 48, true),
      line(words.slipText, 28),
      line(`${sayTime(now(), timeZone)} ${sayDate(now(), timeZone)}`, 28),
    ]);
    const picture = { width: slip.width, height: slip.height, bits: base64Of(slip.bits) };
    if ((await request.send('printer:test', { deviceId, picture })) !== null) setTried(deviceId);
  };
  const { printers } = view;
  const state = printers.find(({ deviceId }) => deviceId === tried)?.state;
  return (
    <>
      <Printers {...part} />
      <section>
        {printers.length === 0 ? (
          <p>{words.noPrinterYet}</p>
        ) : (
          <Group>
            {printers.map(({ deviceId }) => (
              <Button key={deviceId} size="md" disabled={disabled} onClick={() => void print(deviceId)}>
                {fill(words.testPrint, { name: nameOf(deviceId) })}
              </Button>
            ))}
          </Group>
        )}
        {tried !== 'nothing' && state !== undefined && state !== 'ready' && (
          <Alert role="alert" color="red" variant="light" mt="md">
            {fill(words.printerSays, { fault: printerWords[language][state] })}
          </Alert>
        )}
        {tried !== 'nothing' && <Tried {...part} question={words.sentToPrinter} onTried={onTried} />}
      </section>
    </>
  );
}
