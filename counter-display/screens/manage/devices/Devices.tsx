import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { printerWords } from '../../../../shared/i18n/screens/printers.ts';
import { DeviceHealth } from './DeviceHealth.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { Invite } from './Invite.tsx';
import type { Part } from '../part.ts';
import { Remote } from './Remote.tsx';
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
                <DeviceRow key={device.id} {...part} device={device} onRemove={() => setLeaving(device)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {view.ownKiosk !== null && (
        <div className="manage-own-kiosk">
          <b>{printerWords[language].ownMachine}</b>
          <DeviceHealth health={view.ownKiosk} timeZone={view.office.timeZone} language={language} />
          <Remote
            {...part}
            machine={{
              id: null,
              name: printerWords[language].ownMachine,
              isKiosk: true,
              connected: true,
              remote: view.ownRemote,
            }}
          />
        </div>
      )}
      {inviting && <Invite {...part} now={now} onClose={() => setInviting(false)} />}
      {leaving !== null && <RemoveDevice {...part} device={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}
