import { Badge, Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';
import { CancelAppointment } from './CancelAppointment.tsx';

type Appointment = View<'manage'>['appointments'][number];

/** The appointments to come. */
export function Appointments(part: Part): ReactNode {
  const { view, language, disabled } = part;
  const words = manageOfficeWords[language];
  const { timeZone } = view.office;
  const [leaving, setLeaving] = useState<Appointment | null>(null);
  const fieldName = ({ fieldId }: Appointment): string =>
    view.fields.find(({ id }) => id === fieldId)?.name[language] ?? '';
  return (
    <section>
      <h2>{words.appointments}</h2>
      {view.appointments.length === 0 ? (
        <p>{words.noAppointments}</p>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing="xs" fz="md">
            <Table.Tbody>
              {view.appointments.map((appointment) => (
                <Table.Tr key={appointment.id}>
                  <Table.Td className="tabular manage-nowrap">
                    {`${sayTime(appointment.at, timeZone)} ${sayDate(appointment.at, timeZone)}`}
                  </Table.Td>
                  <Table.Td>{fieldName(appointment)}</Table.Td>
                  <Table.Td>{appointment.name}</Table.Td>
                  <Table.Td className="tabular" fw={700}>
                    {appointment.code}
                  </Table.Td>
                  <Table.Td ta="right">
                    {appointment.checkedIn ? (
                      <Badge color="green" variant="light" c="dark">
                        {words.checkedIn}
                      </Badge>
                    ) : (
                      <Button
                        size="compact-md"
                        variant="default"
                        disabled={disabled}
                        aria-label={`${words.cancelNow} ${appointment.code}`}
                        onClick={() => setLeaving(appointment)}
                      >
                        {words.cancelNow}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {leaving !== null && (
        <CancelAppointment {...part} appointment={leaving} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}
