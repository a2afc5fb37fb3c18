import { Badge, Button, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';
import { DeviceHealth } from './DeviceHealth.tsx';
import { Remote } from './Remote.tsx';

type Props = Part & {
  readonly device: View<'manage'>['devices'][number];
  readonly onRemove: () => void;
};

/** One screen of the office, with what can be asked of it from afar; of a kiosk also how its machine fares. */
export function DeviceRow({ device, onRemove, ...part }: Props): ReactNode {
  const { view, language, disabled } = part;
  const words = manageWords[language];
  const { timeZone } = view.office;
  const isKiosk = device.screen === 'kiosk';
  return (
    <>
      <Table.Tr className="manage-has-more">
        <Table.Td fw={600}>{device.name}</Table.Td>
        <Table.Td>
          {words[device.screen]}
          {device.counterNumber !== null && ` · ${fill(words.counterN, { n: device.counterNumber })}`}
        </Table.Td>
        <Table.Td className="tabular">
          {words.paired} {sayDate(device.pairedAt, timeZone)}
        </Table.Td>
        <Table.Td className="manage-nowrap">
          <Badge
            className="manage-badge"
            miw="max-content"
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
      <Table.Tr>
        <Table.Td colSpan={5} pt={0}>
          <Stack gap={6}>
            {isKiosk && <DeviceHealth health={device.health} timeZone={timeZone} language={language} />}
            <Remote {...part} machine={{ ...device, isKiosk }} />
          </Stack>
        </Table.Td>
      </Table.Tr>
    </>
  );
}
