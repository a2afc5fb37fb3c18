import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { requests } from '../../../../shared/contract/requests.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';

const { address: addressSchema } = requests['printer:setUp'].input.shape;

type Props = Part & {
  readonly kiosk: { readonly deviceId: number | null; readonly name: string };
  /** As set; empty for none. */
  readonly address: string;
};

/** The address of one kiosk's printer. */
export function PrinterAddress({ request, language, disabled, kiosk, address }: Props): ReactNode {
  const words = manageScreensWords[language];
  const { shown, isEdited, edit, saved } = useEdited(address, request);
  const next = shown.trim() === '' ? null : shown.trim();
  const isWrong = !addressSchema.safeParse(next).success;
  const { deviceId } = kiosk;
  const save = (): void =>
    void saved(
      request.send('printer:setUp', { deviceId, address: next }),
      fill(words.printerSaved, { name: kiosk.name }),
    );
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <TextInput
        className="manage-grow"
        aria-label={fill(words.printerAddressOf, { name: kiosk.name })}
        placeholder="tcp://192.168.1.50:9100"
        value={shown}
        error={isWrong ? words.wrongPrinter : null}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => edit(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={disabled || !isEdited || isWrong}
        aria-label={`${manageWords[language].save}: ${kiosk.name}`}
        onClick={save}
      >
        {manageWords[language].save}
      </Button>
    </Group>
  );
}
