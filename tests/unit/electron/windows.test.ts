import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { place } from '../../../kiosk/main/displays.ts';
import { openSettings } from '../../../kiosk/main/settings.ts';
import { openWindows } from '../../../kiosk/main/windows.ts';
import type { FakeDisplay } from './electronStandIn.ts';
import { app, BrowserWindow, screen } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const elo: FakeDisplay = { id: 1, label: 'ELO', bounds: { x: 0, y: 0, width: 1080, height: 1920 } };
const tv: FakeDisplay = { id: 2, label: 'TV', bounds: { x: 1080, y: 0, width: 1920, height: 1080 } };
const tvTurned = { ...tv, bounds: { x: 1080, y: 0, width: 1080, height: 1920 } };

describe('which display shows what', () => {
  test.each([
    ['nothing chosen', [elo, tv], null, null, 1, null],
    ['chosen', [elo, tv], tv, elo, 2, 1],
    ['the same for both', [elo, tv], tv, tv, 2, null],
    ['the kiosk’s is away', [elo], tv, null, 1, null],
    ['the wall’s is away', [elo], elo, tv, 1, null],
    ['the kiosk’s is away, and the wall’s is the only one', [tv], elo, tv, 2, null],
    ['another number, the same name', [elo, { ...tv, id: 9 }], elo, tv, 1, 9],
    ['two of that name', [elo, { ...tv, id: 8 }, { ...tv, id: 9 }], elo, tv, 1, null],
    ['no names', [elo, { ...tv, id: 9, label: '' }], elo, { ...tv, label: '' }, 1, null],
  ])('EL36 %s', (_what, screens, kiosk, wall, kioskId, wallId) => {
    const [primary = elo] = screens;
    const at = place(screens, primary, { kiosk, wall });
    expect([at.kiosk.id, at.wall?.id ?? null]).toEqual([kioskId, wallId]);
  });
});

describe('the shell’s windows', () => {
  const { opened } = BrowserWindow;
  let folder = '';
  let windows: ReturnType<typeof openWindows>;
  const boxes = () =>
    opened.filter((it) => it.destroy.mock.calls.length === 0).map((it) => [it.loadURL.mock.calls[0], it.box]);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luot-windows-'));
    opened.length = 0;
    app.removeAllListeners();
    screen.removeAllListeners();
    screen.displays = [elo, tv];
    vi.useFakeTimers();
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    start();
  });
  afterEach(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
  const start = (): void => {
    windows = openWindows({
      preload: 'preload.cjs',
      wallUrl: 'http://127.0.0.1:8085/wall',
      installed: true,
      settings: openSettings(folder),
    });
  };
  const change = (displays: FakeDisplay[], event: string): void => {
    screen.displays = displays;
    // Systems tell several times.
    for (let i = 0; i < 3; i++) screen.emit(event);
    vi.advanceTimersByTime(500);
  };
  const kiosk = ['app://kiosk/'];
  const wall = ['http://127.0.0.1:8085/wall'];

  test('EL36 at first there is the kiosk on the first display, and no wall', () => {
    expect(boxes()).toEqual([[kiosk, elo.bounds]]);
  });

  test('EL36 a chosen wall opens at once, in a session of its own and without the bridge, and at the next start', () => {
    windows.choose(1, 2);
    expect(boxes()).toEqual([
      [kiosk, elo.bounds],
      [wall, tv.bounds],
    ]);
    expect(opened[1]?.options.webPreferences).toMatchObject({ partition: 'persist:wall', sandbox: true });
    expect(opened[1]?.options.webPreferences).not.toHaveProperty('preload');
    expect(windows.displays().map(({ id, shows }) => [id, shows])).toEqual([
      [1, 'kiosk'],
      [2, 'wall'],
    ]);
    opened.length = 0;
    start();
    expect(boxes()).toHaveLength(2);
  });

  test('EL36 kiosk and wall change places, and the wall can be switched off', () => {
    windows.choose(1, 2);
    windows.choose(2, 1);
    expect(boxes()).toEqual([
      [kiosk, tv.bounds],
      [wall, elo.bounds],
    ]);
    windows.choose(2, null);
    expect(boxes()).toEqual([[kiosk, tv.bounds]]);
  });

  test('EL36 a display that is not there cannot be chosen', () => {
    windows.choose(99, 2);
    expect(boxes()).toEqual([[kiosk, elo.bounds]]);
  });

  test('EL36 the kiosk moves to the first display when its own goes, and back when it is there again', () => {
    windows.choose(2, null);
    change([elo], 'display-removed');
    expect(boxes()).toEqual([[kiosk, elo.bounds]]);
    change([elo, tv], 'display-added');
    expect(boxes()).toEqual([[kiosk, tv.bounds]]);
    expect(opened).toHaveLength(1);
  });

  test('EL36 a wall goes with its display and comes back with it; a turned display is filled again', () => {
    windows.choose(1, 2);
    change([elo], 'display-removed');
    expect(boxes()).toEqual([[kiosk, elo.bounds]]);
    change([elo, tv], 'display-added');
    change([elo, tvTurned], 'display-metrics-changed');
    expect(boxes()).toEqual([
      [kiosk, elo.bounds],
      [wall, tvTurned.bounds],
    ]);
  });

  test('EL36 a wall that fails is loaded again, and the kiosk is left alone', () => {
    windows.choose(1, 2);
    const [first, second] = opened;
    second?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    vi.advanceTimersByTime(1_000);
    expect([first?.loadURL.mock.calls, second?.loadURL.mock.calls]).toEqual([[kiosk], [wall, wall]]);
    expect(windows.kiosk.counts()).toEqual({});
  });
});
