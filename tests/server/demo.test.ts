import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../server/lasting.ts';
import { makeDemo } from '../../server/demo/demo.ts';
import { connect, counterAt, kioskAt, logIn, wallAt } from '../factories/clients.ts';
import { copiedRows, testConfig } from '../factories/server.ts';
import { faultsOf } from './audit.ts';

/** A demonstration whose machine runs as fast as the test says. */
async function demonstration() {
  const machine = { ms: 0 };
  const demo = await makeDemo(Date.UTC(2026, 10, 24, 3), () => machine.ms);
  const { config, logged } = testConfig({ data: demo.data, now: demo.now, play: demo.play });
  const running = await startApp(config);
  onTestFinished(async () => {
    await running.stop();
    demo.remove();
  });
  return { machine, demo, url: running.url, logged };
}

test('R40 DB43 a demonstration is lived sixty times as fast, on the screens as on any day, by its own requests', async () => {
  const { machine, demo, url, logged } = await demonstration();
  const wall = await wallAt(url);
  expect(wall.view().calls).toEqual([]);
  // Half a minute of the machine is half an hour of the office.
  machine.ms = 30_000;
  const { calls } = await wall.until((view) => view.calls.length > 0);
  const display = await counterAt(url, calls[0]?.counterNumber ?? 0);
  expect(display.view().officerName).not.toBeNull();
  const rows = copiedRows(demo.data);
  const today = (rows['ticket'] as { business_day: string }[]).filter(
    (row) => row.business_day === '2026-11-24',
  );
  expect(today.length).toBeGreaterThan(5);
  // Done by requests like anybody's.
  expect((rows['audit'] as { request: string }[]).some(({ request }) => request === 'ticket:callNext')).toBe(
    true,
  );
  const received = rows['dossier'] as { received_at: number }[];
  expect(received.filter(({ received_at: at }) => at > Date.UTC(2026, 10, 24)).length).toBeGreaterThan(0);
  expect(faultsOf(rows)).toEqual([]);
  expect(logged()).toBe('');
});

test('R41 every screen of a demonstration says in both languages that it is one', async () => {
  const { url, demo } = await demonstration();
  const { login, password } = demo.firstManager ?? { login: '', password: '' };
  const cookie = await logIn(url, login, password);
  const views = [
    (await kioskAt(url)).view(),
    (await wallAt(url)).view(),
    (await counterAt(url, 1)).view(),
    (await connect(url, { screen: 'officer', cookie })).view(),
    (await connect(url, { screen: 'manage', cookie })).view(),
  ];
  for (const { office } of views)
    expect(office.name).toEqual({
      vi: expect.stringContaining('TRÌNH DIỄN') as string,
      en: expect.stringContaining('DEMONSTRATION') as string,
    });
});
