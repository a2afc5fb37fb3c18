import { Badge, ScrollArea, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { officerWords } from '../../../../shared/i18n/screens/officer.ts';
import { sayDuration } from '../../../../shared/i18n/time.ts';
import type { LineTicket } from '../model.ts';
import { wholeMinutes } from '../model.ts';

type Props = { readonly view: View<'officer'>; readonly now: number; readonly language: Language };

/** Those this desk will call, in that order. */
export function Line({ view, now, language }: Props): ReactNode {
  const words = officerWords[language];
  return (
    <section className="officer-line">
      <h2>
        {words.line} <b className="tabular">{view.line.length}</b>
      </h2>
      {view.line.length === 0 ? (
        <p>{words.lineEmpty}</p>
      ) : (
        <ScrollArea type="auto">
          <Table stickyHeader verticalSpacing="xs" fz="md" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.number}</Table.Th>
                <Table.Th>{words.field}</Table.Th>
                <Table.Th ta="right">{words.waiting}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.line.map((ticket) => (
                <Table.Tr key={ticket.id}>
                  <Table.Td className="tabular officer-line-number">{ticket.number}</Table.Td>
                  <Table.Td>
                    {view.fields.find(({ id }) => id === ticket.fieldId)?.name[language]}
                    <Marks ticket={ticket} now={now} language={language} />
                  </Table.Td>
                  <Table.Td ta="right" className="tabular">
                    {fill(words.minutes, { n: wholeMinutes(ticket.issuedAt, now) })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </section>
  );
}

type MarksProps = { readonly ticket: LineTicket; readonly now: number; readonly language: Language };

function Marks({ ticket, now, language }: MarksProps): ReactNode {
  const words = officerWords[language];
  const coolsDown = ticket.notBefore !== null && ticket.notBefore > now;
  if (ticket.priority === null && ticket.misses === 0) return null;
  return (
    <div className="officer-marks">
      {ticket.priority !== null && <Badge color="grape">{words.priority}</Badge>}
      {ticket.misses > 0 && (
        <Badge color="orange" variant="light" c="dark">
          {fill(words.missedTimes, { n: ticket.misses })}
        </Badge>
      )}
      {coolsDown && (
        <span className="tabular">
          {fill(words.callableIn, { time: sayDuration((ticket.notBefore ?? now) - now) })}
        </span>
      )}
    </div>
  );
}
