import { Badge, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';
import { DeviceHealth } from './DeviceHealth.tsx';

type Props = Part & {
  readonly device: View<'manage'>['devices'][number];
  readonly onRemove: () => void;
};

/** One screen of the office; of a kiosk a second line says how its machine fares. */
export function DeviceRow({ device, view, language, disabled, onRemove }: Props): ReactNode {
  const words = manageWords[language];
  const { timeZone } = view.office;
  const isKiosk = device.screen === 'kiosk';
  return (
    <>
      <Table.Tr className={isKiosk ? 'manage-has-more' : undefined}>
        <Table.Td fw={600}>{device.name}</Table.Td>
        <Table.Td>
          {words[device.screen]}
          {device.counterNumber !== null && ` · ${fill(words.counterN, { n: device.counterNumber })}`}
        </Table.Td>
        <Table.Td className="tabular">
          {words.paired} {sayDate(device.pairedAt, timeZone)}
        </Table.Td>
        <Table.Td>
          <Badge
            className="manage-badge"
            color={device.connected ? 'green' : 'gray'}
            variant="light"
            c="dark"
          >
            {device.connected ? words.connected : words.notConnected}
          </Badge>
        </Table.Td>
        <Table.Td ta="right">
          <Button
            size="compact-md"
            variant="default"
            disabled={disabled}
            onClick={onRemove}
            aria-label={`${words.remove} ${device.name}`}
          >
            {words.remove}
          </Button>
        </Table.Td>
      </Table.Tr>
      {isKiosk && (
        <Table.Tr>
          <Table.Td colSpan={5} pt={0}>
            <DeviceHealth health={device.health} timeZone={timeZone} language={language} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
