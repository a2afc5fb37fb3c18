import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { requests } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import type { Part } from '../part.ts';

const { address: addressSchema } = requests['printer:setUp'].input.shape;

type Props = Part & {
  readonly kiosk: { readonly deviceId: number | null; readonly name: string };
  /** As set; empty for none. */
  readonly address: string;
};

/** The address of one kiosk's printer. What is typed stays until it is saved. */
export function PrinterAddress({ request, language, disabled, kiosk, address }: Props): ReactNode {
  const words = manageScreensWords[language];
  const [edited, setEdited] = useState<string | null>(null);
  const typed = (edited ?? address).trim();
  const next = typed === '' ? null : typed;
  const isWrong = !addressSchema.safeParse(next).success;
  const save = async (): Promise<void> => {
    const { deviceId } = kiosk;
    if ((await request.send('printer:setUp', { deviceId, address: next })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: fill(words.printerSaved, { name: kiosk.name }) });
  };
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <TextInput
        className="manage-grow"
        aria-label={fill(words.printerAddressOf, { name: kiosk.name })}
        placeholder="tcp://192.168.1.50:9100"
        value={edited ?? address}
        error={isWrong ? words.wrongPrinter : null}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setEdited(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={disabled || edited === null || isWrong}
        aria-label={`${manageWords[language].save}: ${kiosk.name}`}
        onClick={() => void save()}
      >
        {manageWords[language].save}
      </Button>
    </Group>
  );
}
