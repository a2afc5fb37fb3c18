import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../factories/clients.ts';
import { metricsIn } from '../factories/metrics.ts';
import { apiClient } from '../factories/apiClient.ts';
import {
  closeAll,
  enrol,
  fieldOf,
  issue,
  noLegs,
  plainFinish,
  shotsOf,
  sightOf,
  staffedOffice,
} from '../factories/staffedOffice.ts';
import { nhung } from '../factories/cards.ts';
import { registerCard } from '../factories/cardVisitors.ts';
import { failNext } from './storageRefusals.ts';

afterEach(closeAll);

/** As a proxy passes a request on: from this machine, but not by somebody on it. */
const fromElsewhere = { 'x-forwarded-for': '192.168.1.77' };

describe('readiness', () => {
  test('AP50 a server that can do its work says so, and what it has looked at', async () => {
    const office = await staffedOffice();
    expect(await (await fetch(`${office.url()}/healthz`)).json()).toEqual({ ok: true });
    const ready = await fetch(`${office.url()}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, checks: { database: true, schema: true, faces: true } },
    ]);
  });

  test('AP50 one whose database takes nothing says so, and lives', async () => {
    const office = await staffedOffice();
    const kiosk = await office.kiosk();
    failNext('SQLITE_FULL');
    const wish = { fieldId: 1, legs: noLegs, visitorRef: null, priority: null, channel: 'touch' } as const;
    expect(codeOf(await kiosk.send('ticket:issue', wish))).toBe('diskFull');
    const ready = await fetch(`${office.url()}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { ok: false, checks: { database: false } },
    ]);
    expect((await fetch(`${office.url()}/healthz`)).status).toBe(200);
    await kiosk.do('ticket:issue', wish);
    expect((await fetch(`${office.url()}/readyz`)).status).toBe(200);
  });
});

describe('metrics', () => {
  test('AP51 are given on this machine, and elsewhere to a key with their scope alone', async () => {
    const office = await staffedOffice();
    const ask = async (headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(`${office.url()}/metrics`, { headers })).status;
    const [right, wrong] = [await apiClient(office, ['metrics']), await apiClient(office, ['queue:read'])];
    const withKey = (key: string) => ({ ...fromElsewhere, authorization: `Bearer ${key}` });
    expect([await ask(), await ask(fromElsewhere)]).toEqual([200, 401]);
    expect([await ask(withKey(right.key)), await ask(withKey(wrong.key))]).toEqual([200, 403]);
  });

  test('AP52 say how the office and the server fare', async () => {
    const office = await staffedOffice();
    const [kiosk, officer, manage] = [
      await office.kiosk(),
      await office.seated('canbo1', 1),
      await office.manage(),
    ];
    const hook = { url: 'https://tinh.example.vn/luot', events: ['ticket.issued' as const], on: true };
    await manage.do('webhook:save', { webhookId: null, ...hook });
    for (let i = 0; i < 3; i++) await issue(kiosk, fieldOf(officer, 1));
    await officer.do('ticket:callNext', {});
    office.clock.pass(90_000);
    const text = await (await fetch(`${office.url()}/metrics`)).text();
    const value = metricsIn(text);
    expect(value('luot_waiting', { field: 'N' })).toBe(2);
    expect(value('luot_waiting', { field: 'A' })).toBe(0);
    expect(value('luot_longest_wait_seconds', { field: 'N' })).toBeCloseTo(90, 0);
    expect(value('luot_tickets_today', { state: 'called' })).toBe(1);
    expect(value('luot_counters_staffed')).toBe(1);
    expect(
      ['kiosk', 'officer', 'manage', 'wall'].map((kind) => value('luot_screens_connected', { kind })),
    ).toEqual([1, 1, 1, 0]);
    expect(value('luot_webhook_deliveries', { state: 'due' })).toBe(3);
    expect(value('luot_transaction_seconds_count') ?? 0).toBeGreaterThan(5);
    expect(value('luot_database_bytes') ?? 0).toBeGreaterThan(100_000);
    expect(value('luot_event_loop_delay_seconds', { quantile: '0.99' })).toBeGreaterThanOrEqual(0);
    expect(value('luot_backup_age_seconds')).toBe(Infinity);
  });
});

describe('the log', () => {
  test('AP53 of a day with everything in it has one JSON object a line, and no name, number of a card, key or face', async () => {
    const office = await staffedOffice({ level: 'trace' });
    const [kiosk, officer, manage] = [
      await office.kiosk(),
      await office.seated('canbo1', 1),
      await office.manage(),
    ];
    await enrol(kiosk, 7, 'Trần Đức Huỳnh');
    await registerCard(kiosk);
    const seen = await kiosk.do('visitor:identify', sightOf(7, 7, 2));
    const visitorRef = seen.kind === 'recognised' ? seen.visitorRef : null;
    const { ticketId } = await issue(kiosk, fieldOf(officer, 1), visitorRef);
    await officer.do('ticket:callNext', {});
    await officer.do('ticket:note', { ticketId, text: 'con của bà Đặng Thuỳ Như' });
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    await manage.do('appointment:add', { fieldId: 1, at: office.clock.now + 60_000, name: 'Lê Văn Bình' });
    const other = await apiClient(office);
    await other.do('addAppointment', { fieldId: 1, at: office.clock.now + 60_000, name: 'Hoàng Thị Dung' });
    await other.call('stepDossier', { input: { code: 'H-1', kind: 'ready', text: 'của ông Bình' } });
    await manage.do('webhook:save', {
      webhookId: null,
      url: 'https://tinh.example.vn/bi-mat',
      events: ['ticket.issued'],
      on: true,
    });
    await issue(kiosk, 1);
    await fetch(`${office.url()}/api/v1/nowhere?name=Dung`);
    await office.restart();
    const lines = office.logged().trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const entry = JSON.parse(line) as Record<string, unknown>;
      expect([typeof entry['level'], typeof entry['time'], typeof entry['msg']]).toEqual([
        'number',
        'number',
        'string',
      ]);
    }
    const told = [
      'Huỳnh',
      'Đặng',
      'Bình',
      'Dung',
      'Nhung',
      nhung.idNumber,
      nhung.birthDate,
      'bi-mat',
      other.key.slice(14),
      ...shotsOf(7).embeddings.flat().map(String),
    ];
    for (const fact of told) expect(office.logged()).not.toContain(fact);
  });
});
