import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, RequestName } from '../../../shared/contract/requests.ts';
import type { Client, Input } from '../../factories/clients.ts';
import type { Rows } from '../../factories/rows.ts';
import { faultsOf, statesIn } from '../../server/audit.ts';

/** One request as it was sent, by whom, and its answer if one came. */
export type Sent = {
  readonly by: string;
  readonly name: RequestName;
  readonly input: Input<RequestName> & { readonly requestId: string };
  answer: Answer<unknown> | null;
};

/** Sends a request and writes it into the diary; null when the line is broken, or breaks before an answer. */
export async function note(
  diary: Sent[],
  by: string,
  client: Client,
  name: RequestName,
  input: object,
): Promise<unknown> {
  if (!client.socket.connected) return null;
  const sent: Sent = { by, name, input: { ...input, requestId: randomUUID() }, answer: null };
  diary.push(sent);
  try {
    sent.answer = await client.send(name, sent.input);
  } catch {
    return null;
  }
  return sent.answer.ok ? sent.answer.value : {};
}

/** Takes numbers until the line breaks, about as many as are served, so that the line stays short. */
export async function visitors(
  diary: Sent[],
  by: string,
  kiosk: Client<'kiosk'>,
  fields: readonly number[],
): Promise<void> {
  for (let i = 0; kiosk.socket.connected; i++) {
    const input = {
      fieldId: fields[i % fields.length],
      legs: [],
      visitorRef: null,
      priority: null,
      channel: 'touch',
    };
    await note(diary, by, kiosk, 'ticket:issue', input);
    await sleep(10);
  }
}

const plainFinish = {
  outcome: { result: 'completed', procedures: [], dossierCodes: [] },
  callNext: false,
};

/** Serves one visitor after another until the line breaks, or it is over; every fourth does not come. */
export async function work(
  diary: Sent[],
  login: string,
  officer: Client<'officer'>,
  over: () => boolean = () => false,
): Promise<void> {
  const send = (name: RequestName, input = {}) => note(diary, login, officer, name, input);
  // Whoever was at the desk when the server died is there again.
  const held = officer.view().desk?.ticket;
  if (held?.state === 'called') await send('ticket:start', { ticketId: held.id });
  if (held !== null && held !== undefined) await send('ticket:finish', { ticketId: held.id, ...plainFinish });
  for (let i = 0; officer.socket.connected && !over(); i++) {
    const called = (await send('ticket:callNext')) as { ticketId?: string } | null;
    if (called?.ticketId === undefined) {
      await sleep(2);
      continue;
    }
    const { ticketId } = called;
    if (i % 4 === 3) await send('ticket:miss', { ticketId });
    else {
      await send('ticket:recall', { ticketId });
      await send('ticket:start', { ticketId });
      await send('ticket:finish', { ticketId, ...plainFinish });
    }
  }
}

type TicketRow = {
  readonly id: string;
  readonly number: string;
  readonly business_day: string;
  readonly issued_field_id: number;
  readonly sequence: number;
  readonly order_at: number;
};

/** Whoever was given a number later stands later. */
function disorderIn(tickets: readonly TicketRow[]): string[] {
  const lines = Map.groupBy(tickets, (row) => `${row.business_day} ${row.issued_field_id}`);
  return [...lines].flatMap(([line, rows]) => {
    const inTurn = rows.toSorted((a, b) => a.sequence - b.sequence);
    return inTurn.flatMap((row, i) =>
      row.order_at <= (inTurn[i - 1]?.order_at ?? -Infinity)
        ? [`${line}: ${row.number} stands too early`]
        : [],
    );
  });
}

/** What is wrong in a database with what was acknowledged: lost, twice, out of order. */
export function lossesOf(diary: readonly Sent[], rows: Rows): string[] {
  const states = statesIn(rows);
  const tickets = new Map((rows['ticket'] as TicketRow[]).map((row) => [row.id, row]));
  const stored = new Set((rows['request'] as { id: string }[]).map(({ id }) => id));
  const lost = diary.flatMap(({ name, input, answer }) => {
    if (answer?.ok !== true) return [];
    if (name === 'visitor:enrol') return stored.has(input.requestId) ? [] : [`${name} ${input.requestId}`];
    const value = answer.value as { readonly ticketId?: string; readonly number?: string };
    const { ticketId = '' } = { ...input, ...value } as { ticketId?: string };
    const row = tickets.get(ticketId);
    const isThere =
      row !== undefined &&
      stored.has(input.requestId) &&
      (name !== 'ticket:issue' || row.number === value.number) &&
      (name !== 'ticket:finish' || states[`${row.business_day} ${row.number}`] === 'done');
    return isThere ? [] : [`${name} ${input.requestId} of ${row?.number ?? ticketId}`];
  });
  return [...faultsOf(rows), ...disorderIn(rows['ticket'] as TicketRow[]), ...lost];
}
