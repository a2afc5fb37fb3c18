import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Answer, RequestName } from '../../shared/contract/requests.ts';
import type { Office } from '../e2e/office.ts';
import { openOffice } from '../e2e/office.ts';
import type { Client, Input } from '../factories/clients.ts';
import { closeClients, connect, kioskAt, logIn } from '../factories/clients.ts';
import { copiedRows } from '../factories/server.ts';
import { fieldOf, password, plainFinish } from '../factories/staffedOffice.ts';
import { faultsOf, statesIn } from './audit.ts';

/** How often the server is killed; `npm run faults` will do it far more often. */
const kills = 4;
const kioskCount = 4;
const requestsBeforeKill = 60;
const logins = ['canbo1', 'canbo2', 'canbo3'];

let office: Office | null = null;
afterEach(async () => {
  closeClients();
  await office?.close();
});

/** One request as it was sent, by whom, and its answer if one came. */
type Sent = {
  readonly by: string;
  readonly name: RequestName;
  readonly input: Input<RequestName> & { readonly requestId: string };
  answer: Answer<unknown> | null;
};

/** Sends a request and writes it into the diary; null when the line is broken, or breaks before an answer. */
async function note(
  diary: Sent[],
  by: string,
  client: Client,
  name: RequestName,
  input: object,
): Promise<unknown> {
  if (!client.socket.connected) return null;
  const sent: Sent = {
    by,
    name,
    input: { ...input, requestId: randomUUID() },
    answer: null,
  };
  diary.push(sent);
  try {
    sent.answer = await client.send(name, sent.input);
  } catch {
    return null;
  }
  return sent.answer.ok ? sent.answer.value : {};
}

/** Takes numbers until the line breaks, about as many as are served, so that the line stays short. */
async function visitors(
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

/** Serves one visitor after another until the line breaks; every fourth does not come. */
async function work(diary: Sent[], login: string, officer: Client<'officer'>): Promise<void> {
  const send = (name: RequestName, input = {}) => note(diary, login, officer, name, input);
  // Whoever was at the desk when the server died is there again.
  const held = officer.view().desk?.ticket;
  if (held?.state === 'called') await send('ticket:start', { ticketId: held.id });
  if (held !== null && held !== undefined) await send('ticket:finish', { ticketId: held.id, ...plainFinish });
  for (let i = 0; officer.socket.connected; i++) {
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

/** Lets the officers log in for the first time and sit down at counters 1 to 3. */
async function moveIn({ url, manager }: Office) {
  const manage = await connect(url, {
    screen: 'manage',
    cookie: await logIn(url, manager.login, manager.password),
  });
  const cookies = new Map<string, string>();
  const fields: number[] = [];
  for (const [i, login] of logins.entries()) {
    const officerId = manage.view().officers.find((officer) => officer.login === login)?.id ?? 0;
    await manage.do('officer:setPassword', { officerId, password });
    const cookie = await logIn(url, login, password);
    const officer = await connect(url, { screen: 'officer', cookie });
    await officer.do('desk:take', { counterId: officer.view().counters[i]?.id ?? 0 });
    fields.push(fieldOf(officer, i + 1));
    cookies.set(login, cookie);
  }
  closeClients();
  return { cookies, fields };
}

/** Everything that was acknowledged is in the database. */
function expectKept(diary: readonly Sent[], rows: ReturnType<typeof copiedRows>): void {
  expect(faultsOf(rows)).toEqual([]);
  const states = statesIn(rows);
  const tickets = new Map(
    (rows['ticket'] as { id: string; number: string; business_day: string }[]).map((row) => [row.id, row]),
  );
  const stored = new Set((rows['request'] as { id: string }[]).map(({ id }) => id));
  const lost = diary
    .filter(({ answer }) => answer?.ok === true)
    .filter(({ name, input, answer }) => {
      const value = (answer?.ok === true ? answer.value : {}) as { ticketId?: string; number?: string };
      const { ticketId } = { ...input, ...value } as { ticketId?: string };
      const row = tickets.get(ticketId ?? '');
      if (row === undefined || !stored.has(input.requestId)) return true;
      if (name === 'ticket:issue' && row.number !== value.number) return true;
      return name === 'ticket:finish' && states[`${row.business_day} ${row.number}`] !== 'done';
    });
  expect(lost).toEqual([]);
}

test(`CR1 killed ${kills} times under load, the server loses nothing it acknowledged, and does nothing twice`, async () => {
  process.env['LUOT_LOG'] = 'silent';
  office = await openOffice();
  const { url, data } = office;
  const { cookies, fields } = await moveIn(office);
  const diary: Sent[] = [];
  const open = (by: string): Promise<Client> => {
    const cookie = cookies.get(by);
    return cookie === undefined ? kioskAt(url) : connect(url, { screen: 'officer', cookie });
  };

  for (let kill = 0; kill < kills; kill++) {
    const kiosks = await Promise.all(Array.from({ length: kioskCount }, () => kioskAt(url)));
    const officers = await Promise.all(
      logins.map((login) => connect(url, { screen: 'officer', cookie: cookies.get(login) ?? '' })),
    );
    const running = [
      ...kiosks.map((kiosk, k) => visitors(diary, `kiosk ${k}`, kiosk, fields)),
      ...officers.map((officer, i) => work(diary, logins[i] ?? '', officer)),
    ];
    // Some way into the round, wherever the server is just then.
    const enough = diary.length + requestsBeforeKill;
    while (diary.length < enough) await sleep(7);

    await office.kill();
    await Promise.all(running);
    closeClients();
    expectKept(diary, copiedRows(data));

    await office.restart();
    const again = new Map<string, Client>();
    for (const by of new Set(diary.map((sent) => sent.by))) again.set(by, await open(by));
    const repeat = async (sent: Sent): Promise<void> => {
      const client = again.get(sent.by);
      if (client === undefined) throw new Error(`${sent.by} did not come back`);
      const answer = await client.send(sent.name, sent.input);
      // What was carried out is answered as before; what nobody knows of is carried out now, or refused.
      if (sent.answer?.ok === true) expect(answer).toEqual(sent.answer);
      else if (sent.name === 'ticket:issue') expect(answer.ok).toBe(true);
      if (sent.answer === null || answer.ok) sent.answer = answer;
    };
    await Promise.all(diary.map(repeat));
    expectKept(diary, copiedRows(data));
    closeClients();
  }

  const issued = diary.filter(({ name }) => name === 'ticket:issue');
  expect(copiedRows(data)['ticket']).toHaveLength(issued.length);
  expect(new Set(issued.map(({ answer }) => JSON.stringify(answer))).size).toBe(issued.length);
  // Enough went on for this to mean something.
  expect(issued.length).toBeGreaterThan(50);
  expect(
    diary.filter(({ name, answer }) => name === 'ticket:finish' && answer?.ok === true).length,
  ).toBeGreaterThan(10);
}, 60_000);
