import { Badge, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import { Invite } from './Invite.tsx';
import type { Part } from '../part.ts';
import { RemoveDevice } from './RemoveDevice.tsx';

type Device = View<'manage'>['devices'][number];
type Props = Part & { readonly now: () => number };

/** The screens that belong to the office. */
export function Devices({ now, ...part }: Props): ReactNode {
  const { view, language, disabled } = part;
  const words = manageWords[language];
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Device | null>(null);
  return (
    <section>
      <div className="manage-title">
        <h2>{words.devices}</h2>
        <Button disabled={disabled} onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      </div>
      {view.devices.length === 0 ? (
        <p>{words.noDevices}</p>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing="xs" fz="md">
            <Table.Tbody>
              {view.devices.map((device) => (
                <Table.Tr key={device.id}>
                  <Table.Td fw={600}>{device.name}</Table.Td>
                  <Table.Td>
                    {words[device.screen]}
                    {device.counterNumber !== null &&
                      ` · ${fill(words.counterN, { n: device.counterNumber })}`}
                  </Table.Td>
                  <Table.Td className="tabular">
                    {words.paired} {sayDate(device.pairedAt, view.office.timeZone)}
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
                      onClick={() => setLeaving(device)}
                      aria-label={`${words.remove} ${device.name}`}
                    >
                      {words.remove}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {inviting && <Invite {...part} now={now} onClose={() => setInviting(false)} />}
      {leaving !== null && <RemoveDevice {...part} device={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}
