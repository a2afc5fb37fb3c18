import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { diskFreeBytes, temperatureC } from '../../../kiosk/main/machine.ts';
import { isDue } from '../../../kiosk/main/nightly.ts';
import { hashPin, makeDoor } from '../../../kiosk/main/pin.ts';
import { openSettings } from '../../../kiosk/main/settings.ts';
import { faultsOf } from '../../../kiosk/main/vitals.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-own-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('what the machine keeps of its own', () => {
  const display = { id: 7, label: 'ELO' };

  test('EL34 is there at the next start, and a second writer loses nothing of the first', () => {
    const own = join(folder, 'own');
    const running = openSettings(own);
    running.set({ kiosk: display });
    openSettings(own).set({ pin: hashPin('482913') });
    running.set({ wall: display });
    expect(openSettings(own).get()).toMatchObject({ kiosk: display, wall: display, pin: {} });
    expect(openSettings(own).get().pin).not.toBeNull();
  });

  test('EL34 is for its user only, and never half written', async () => {
    openSettings(folder).set({ kiosk: display });
    expect(await readdir(folder)).toEqual(['shell.json']);
    if (process.platform !== 'win32')
      expect((await stat(join(folder, 'shell.json'))).mode & 0o777).toBe(0o600);
  });

  test.each(['', '{', '{"kiosk":1}', '[]'])('EL34 damaged to %j it counts as not there', async (text) => {
    await writeFile(join(folder, 'shell.json'), text);
    expect(openSettings(folder).get()).toEqual({ kiosk: null, wall: null, pin: null, certificate: null });
  });
});

describe('the PIN', () => {
  const kept = hashPin('482913');

  test('EL30 is kept so that nobody can read it, each time with another salt', () => {
    expect(JSON.stringify(kept)).not.toContain('482913');
    expect(hashPin('482913')).not.toEqual(kept);
  });

  test('EL30 opens for three minutes or until left', () => {
    const door = makeDoor(() => kept);
    expect(door.unlock('482913', 0)).toBeNull();
    expect([door.isOpen(0), door.isOpen(179_999), door.isOpen(180_000)]).toEqual([true, true, false]);
    door.unlock('482913', 200_000);
    door.shut();
    expect(door.isOpen(200_000)).toBe(false);
  });

  test('EL30 two wrong ones are free, then each further one waits twice as long, up to an hour', () => {
    const door = makeDoor(() => kept);
    let now = 0;
    const waits: (number | null)[] = [];
    for (let i = 0; i < 12; i++) {
      const wait = door.unlock('000000', now);
      waits.push(wait);
      now += wait ?? 0;
    }
    expect(waits.map((wait) => (wait ?? 0) / 1000)).toEqual([
      0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600,
    ]);
    // Even the right one is not looked at before its time.
    expect(door.unlock('482913', now - 1)).toBe(1);
    expect(door.isOpen(now - 1)).toBe(false);
    expect(door.unlock('482913', now)).toBeNull();
    expect(door.unlock('000000', now)).toBe(0);
  });

  test('EL30 without one nothing opens', () => {
    const door = makeDoor(() => null);
    expect(door.unlock('000000', 0)).toBe(0);
    expect(door.isOpen(0)).toBe(false);
  });
});

describe('the machine', () => {
  test('EL31 tells the hottest of its parts, and nothing where the system does not tell', async () => {
    const zones = join(folder, 'thermal');
    for (const [zone, text] of [
      ['thermal_zone0', '41000\n'],
      ['thermal_zone1', '52600\n'],
      ['thermal_zone2', '0\n'],
      ['cooling_device0', '99000\n'],
    ] as const) {
      await mkdir(join(zones, zone), { recursive: true });
      await writeFile(join(zones, zone, 'temp'), text);
    }
    expect(temperatureC(zones)).toBe(53);
    expect(temperatureC(join(folder, 'nowhere'))).toBeNull();
    await mkdir(join(folder, 'empty'));
    expect(temperatureC(join(folder, 'empty'))).toBeNull();
  });

  test('EL31 tells what is free on the disk of a folder', () => {
    expect(diskFreeBytes(folder)).toBeGreaterThan(0);
    expect(diskFreeBytes(join(folder, 'nowhere'))).toBeNull();
  });

  test('EL31 a page that hung and was ended counts once', () => {
    expect(faultsOf({ unresponsive: 1, hung: 1, pageGone: 3, silent: 1, closed: 2 }, 4)).toEqual({
      page: 2,
      graphics: 0,
      hung: 2,
      window: 2,
      helper: 0,
      server: 4,
      camera: 0,
      worker: 0,
    });
  });
});

describe('the nightly restart', () => {
  const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
  const half3 = { hour: 3, minute: 30 };

  test.each<[string, number, number, boolean]>([
    ['before its time', at(23, 8), at(24, 3, 29), false],
    ['at its time', at(23, 8), at(24, 3, 30), true],
    ['when somebody was there until five', at(23, 8), at(24, 5), true],
    ['too late', at(23, 8), at(24, 6, 30), false],
    ['after it was done', at(24, 3, 31), at(24, 3, 32), false],
    ['the night after', at(24, 3, 31), at(25, 3, 30), true],
    ['a shell that was started after midnight', at(24, 1), at(24, 3, 30), true],
  ])('EL35 %s', (_when, startedAt, now, due) => {
    expect(isDue(half3, startedAt, now)).toBe(due);
  });

  test('EL35 a time before midnight holds after it too', () => {
    expect(isDue({ hour: 23, minute: 30 }, at(23, 8), at(24, 0, 10))).toBe(true);
  });
});
