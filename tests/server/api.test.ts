import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterEach, describe, expect, test } from 'vitest';
import type { OperationName } from '../../shared/contract/api.ts';
import { operationNames, operations } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import { apiScopes } from '../../shared/contract/apiScopes.ts';
import { eventTypes } from '../../shared/contract/events.ts';
import { problemWords } from '../../shared/i18n/problems.ts';
import { problemOf } from '../factories/clients.ts';
import type { Call } from '../factories/apiClient.ts';
import { apiClient } from '../factories/apiClient.ts';
import { marital } from '../factories/dossiers.ts';
import { today } from '../factories/ids.ts';
import { closeAll, issue, staffedOffice } from '../factories/staffedOffice.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const codeIn = (body: unknown): unknown => (body as { code?: unknown }).code;
const csv = 'Ngày;Giờ;Lĩnh vực;Họ tên\n24/11/2026;09:00;B;Nguyễn Thị Hồng Nhung\n';
const dossierRows = [
  ['Mã hồ sơ', 'Thủ tục', 'Ngày nhận'],
  ['H-2026-9001', marital.procedureKey, '20/11/2026'],
];

/** One input of each call with which it succeeds in an office that `prepared` has been through. */
const inputs = {
  readQueue: {},
  readCatalogue: {},
  issueTicket: { fieldId: 1 },
  readTicket: { ticketId: '' },
  listAppointments: { day: '2026-11-24' },
  addAppointment: { fieldId: 1, at: 1_795_500_000_000, name: 'Lê Văn Bình' },
  cancelAppointment: { appointmentId: 1 },
  importAppointments: { csv },
  listDossiers: {},
  stepDossier: { code: 'H-2026-9001', kind: 'ready' },
  importDossiers: { rows: dossierRows, keep: true },
  readFigures: { day: today },
  readReport: { from: '2026-11-01', to: today },
} as const satisfies Record<OperationName, Call['input']>;

/** An office with a number, an appointment and a dossier, and how each call is made in it. */
async function prepared() {
  const office = await staffedOffice();
  const all = await apiClient(office);
  const { ticketId } = await issue(await office.kiosk(), 1);
  await all.do('importAppointments', { csv });
  await all.do('importDossiers', { rows: dossierRows, keep: true });
  const input = (name: OperationName): NonNullable<Call['input']> =>
    name === 'readTicket' ? { ticketId } : inputs[name];
  return { office, all, ticketId, input };
}

const withoutUse = (office: StaffedOffice): unknown => {
  const { api_key: _keys, ...rest } = office.rows();
  return rest;
};

describe('the document', () => {
  test('AP1 is OpenAPI 3.1 by a validator’s word, and describes every call and every event', async () => {
    const office = await staffedOffice();
    const response = await fetch(`${office.url()}/api/v1/openapi.json`);
    const document = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
      webhooks: object;
    };
    expect(document.openapi).toBe('3.1.1');
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect([valid, errors]).toEqual([true, undefined]);
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(operationNames.toSorted());
    expect(Object.keys(document.webhooks).toSorted()).toEqual([...eventTypes, 'webhook.test'].toSorted());
  });

  test('AP1 no name, note or number of a card is among what keys can read', () => {
    const told = operationNames.map((name) =>
      JSON.stringify(operations[name].output.toJSONSchema({ io: 'input' })),
    );
    for (const schema of told)
      expect(schema).not.toMatch(
        /"(personName|visitorId|visitorRef|birth\w*|idNumber|officerName|text|note)"/u,
      );
  });
});

describe('keys', () => {
  test.each(operationNames)('AP2 %s is done with its scope, and refused with all others', async (name) => {
    const { office, input, all } = await prepared();
    const { scope, method }: Operation = operations[name];
    const others = await apiClient(
      office,
      apiScopes.filter((other) => other !== scope),
    );
    const before = withoutUse(office);
    const refused = await others.call(name, { input: input(name) });
    expect([refused.status, codeIn(refused.body)]).toEqual([403, 'scopeMissing']);
    expect(withoutUse(office)).toEqual(before);
    const only = await apiClient(office, [scope]);
    const rows = withoutUse(office);
    expect((await only.call(name, { input: input(name) })).status).toBe(200);
    if (method === 'GET') expect(withoutUse(office)).toEqual(rows);
    void all;
  });

  test.each([
    ['none', {}],
    ['another scheme', { authorization: 'Basic cXVhbmx5Om1hdA==' }],
    ['a wrong one', { authorization: `Bearer luot_00000000_${'a'.repeat(43)}` }],
  ])('AP3 with %s nothing is told', async (_what, headers) => {
    const office = await staffedOffice();
    const response = await fetch(`${office.url()}/api/v1/queue`, { headers });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await response.json()).toMatchObject({
      code: 'badApiKey',
      status: 401,
      title: problemWords.vi.badApiKey,
    });
  });

  test('AP3 one with a sign changed is wrong, and so is one that is over or revoked', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const expiresAt = office.clock.now + 3600_000;
    const { key } = await manage.do('apiKey:make', { name: 'Thử', scopes: ['queue:read'], expiresAt });
    const ask = async (given: string): Promise<number> =>
      (await fetch(`${office.url()}/api/v1/queue`, { headers: { authorization: `Bearer ${given}` } })).status;
    const last = key.endsWith('A') ? 'B' : 'A';
    expect([await ask(key), await ask(key.slice(0, -1) + last)]).toEqual([200, 401]);
    office.clock.now = expiresAt - 1;
    expect(await ask(key)).toBe(200);
    office.clock.now = expiresAt;
    expect(await ask(key)).toBe(401);
    office.clock.now = expiresAt - 1;
    await manage.do('apiKey:revoke', { keyId: 1 });
    expect(await ask(key)).toBe(401);
    const late = await manage.send('apiKey:make', { name: 'Muộn', scopes: ['queue:read'], expiresAt: 1 });
    expect(problemOf(late)).toMatchObject({ code: 'timePassed' });
  });

  test('AP4 of a key nothing is kept that opens anything; the list says whose it is and when it was used', async () => {
    const office = await staffedOffice();
    const { key, do: ask } = await apiClient(office, ['queue:read']);
    await ask('readQueue');
    expect(JSON.stringify(office.rows())).not.toContain(key.slice(14));
    const { keys } = await (await office.manage()).do('integration:read', {});
    expect(keys).toMatchObject([
      { prefix: key.slice(0, 13), madeBy: 'Nguyễn Thị Quản Lý', usedAt: office.clock.now, expiresAt: null },
    ]);
  });

  test('AP5 a system that runs wild is slowed down, and nobody else is', async () => {
    const office = await staffedOffice();
    const [wild, calm] = [await apiClient(office, ['queue:read']), await apiClient(office, ['queue:read'])];
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) statuses.push((await wild.call('readCatalogue')).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
    const { headers, body } = await wild.call('readCatalogue');
    expect([headers.get('retry-after'), body]).toMatchObject(['1', { code: 'tooManyRequests' }]);
    expect((await calm.call('readCatalogue')).status).toBe(200);
    office.clock.pass(1_000);
    expect((await wild.call('readCatalogue')).status).toBe(200);
  });
});

describe('calls', () => {
  test('AP6 one that changes something needs an id, and is done once under it, also after a restart', async () => {
    const { office, all } = await prepared();
    const none = await all.call('issueTicket', { input: { fieldId: 1 }, id: null });
    expect([none.status, none.body]).toMatchObject([
      400,
      { code: 'malformed', detail: 'Idempotency-Key: not a UUID' },
    ]);
    const id = randomUUID();
    const first = await all.call('issueTicket', { input: { fieldId: 1 }, id });
    await office.restart();
    const again = await all.call('issueTicket', { input: { fieldId: 1 }, id });
    expect(again.body).toEqual(first.body);
    const other = await all.call('issueTicket', { input: { fieldId: 2 }, id });
    expect([other.status, codeIn(other.body)]).toEqual([409, 'requestIdReused']);
    const stranger = await apiClient(office);
    expect(codeIn((await stranger.call('issueTicket', { input: { fieldId: 1 }, id })).body)).toBe(
      'requestIdReused',
    );
  });

  test('AP7 a number taken by another system stands in the line as any other, within the kiosks’ hours', async () => {
    const { office, all } = await prepared();
    const officer = await office.seated('canbo2', 2);
    const { number, ticketId } = await all.do('issueTicket', { fieldId: 1, priority: 'ELDERLY80' });
    await officer.until(({ line }) => line.some((ticket) => ticket.number === number));
    expect(await all.do('readTicket', { ticketId })).toMatchObject({
      number,
      state: 'waiting',
      counterNumber: null,
    });
    const queue = await all.do('readQueue');
    expect(queue.fields.find(({ id }) => id === 1)).toMatchObject({ waiting: 2 });
    expect(queue.counters.filter(({ isStaffed }) => isStaffed).map((counter) => counter.number)).toEqual([2]);
    await (await office.manage()).do('kiosk:lock', { message: { vi: 'Mất điện', en: 'No power' } });
    const locked = await all.call('issueTicket', { input: { fieldId: 1 } });
    expect([locked.status, codeIn(locked.body)]).toEqual([409, 'locked']);
  });

  test('AP7 a change by another system is audited as its key’s, without names', async () => {
    const { office, all } = await prepared();
    await all.do('addAppointment', inputs.addAppointment);
    await all.do('stepDossier', { code: 'H-2026-9001', kind: 'supplement', text: 'Thiếu giấy của bà Nhung' });
    const audit = office.rows()['audit'] as { actor: string; request: string; detail: string }[];
    const byKey = audit.filter(({ actor }) => actor === 'key:1');
    expect(byKey.map(({ request }) => request)).toEqual([
      'appointment:import',
      'dossier:import',
      'appointment:add',
      'api:stepDossier',
    ]);
    expect(JSON.stringify(byKey)).not.toMatch(/Bình|Nhung/u);
  });

  test('AP8 what does not fit is named, in the language asked for', async () => {
    const { all } = await prepared();
    const english = { headers: { 'accept-language': 'en-GB,en;q=0.9' } };
    const [wrong, unknown, range] = [
      await all.call('issueTicket', { input: { fieldId: 'một' }, ...english }),
      await all.call('readTicket', { input: { ticketId: randomUUID() } }),
      await all.call('readReport', { input: { from: today, to: '2026-11-01' } }),
    ];
    expect(wrong).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect((wrong.body as { detail: string }).detail).toMatch(/^fieldId: /u);
    expect(unknown).toMatchObject({
      status: 404,
      body: { title: 'Không tìm thấy số này.', code: 'unknownTicket' },
    });
    expect(range).toMatchObject({ status: 422, body: { type: 'urn:luot:problem:badRange' } });
    const line = await all.call('importAppointments', {
      input: { csv: 'Ngày;Giờ;Lĩnh vực\n31/02/2026;9:00;B\n' },
    });
    expect(line).toMatchObject({ status: 422, body: { code: 'badCsv', facts: { line: 2 } } });
    const more = await all.call('listDossiers', { input: { limit: 5000 } });
    expect((more.body as { detail: string }).detail).toMatch(/^limit: /u);
  });

  test('AP9 long lists come in parts', async () => {
    const { all } = await prepared();
    const rows = Array.from({ length: 7 }, (_, i) => [`H-2026-80${i}0`, marital.procedureKey, '20/11/2026']);
    await all.do('importDossiers', { rows: [dossierRows[0], ...rows], keep: true });
    const codes: string[] = [];
    for (let after: number | null = 0; after !== null;) {
      const part: { items: { code: string }[]; next: number | null } = await all.do('listDossiers', {
        after,
        limit: 3,
      });
      codes.push(...part.items.map(({ code }) => code));
      after = part.next;
    }
    expect(codes).toHaveLength(8);
    expect(new Set(codes).size).toBe(8);
    expect((await all.do('listDossiers', { code: '9001' })).items).toMatchObject([{ code: 'H-2026-9001' }]);
    expect(await all.do('listAppointments', { day: '2026-11-24' })).toMatchObject({
      items: [{ state: 'expected', number: null }],
      next: null,
    });
  });

  test('AP8 a path that leads nowhere is a problem, too, and other sites’ pages are turned away', async () => {
    const { office, all } = await prepared();
    const nowhere = await fetch(`${office.url()}/api/v1/nowhere`);
    expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { code: 'notFound' }]);
    const foreign = await fetch(`${office.url()}/api/v1/tickets`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', authorization: `Bearer ${all.key}` },
    });
    expect(foreign.status).toBe(403);
  });
});

describe('the page of the API', () => {
  test('AP10 names every call, event and code, in both languages, and loads nothing', async () => {
    const office = await staffedOffice();
    for (const [query, title] of [
      ['', 'Kết nối với phần mềm khác'],
      ['?lang=en', 'Connecting other systems'],
    ] as const) {
      const response = await fetch(`${office.url()}/api/v1/docs${query}`);
      const text = await response.text();
      expect(text).toContain(`<h1>${title}</h1>`);
      for (const name of operationNames) expect(text).toContain(`id="${name}"`);
      for (const type of eventTypes) expect(text).toContain(`<code>${type}</code>`);
      expect(text).not.toMatch(/<script|src=|url\(/u);
    }
  });
});
