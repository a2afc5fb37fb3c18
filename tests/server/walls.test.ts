import { writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { WallSetting } from '../../shared/contract/settings.ts';
import type { CounterId, FieldId } from '../../shared/domain/ids.ts';
import type { Client } from '../factories/clients.ts';
import { codeOf, connect } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import { closeAll, issue, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';
import { pairedDevice } from './requestCase.ts';
import { plainWall } from './screens.ts';

afterEach(closeAll);

const only = (fieldIds: readonly number[], counterIds: readonly number[] = []): WallSetting => ({
  ...plainWall,
  fieldIds: fieldIds as FieldId[],
  counterIds: counterIds as CounterId[],
});

const said = (wall: Client<'wall'>): readonly string[] =>
  wall.view().calls.map(({ number, counterNumber }) => `${number} ${counterNumber}`);

/** Counter 1 has called for field 1, counter 2 for field 2 and counter 3 for field 1; before that, each called one more. */
async function callingFloor(office: StaffedOffice) {
  await office.edit(`
    DELETE FROM counter_field;
    INSERT INTO counter_field (counter_id, field_id) SELECT id, CASE number WHEN 2 THEN 2 ELSE 1 END FROM counter`);
  const kiosk = await office.kiosk();
  const numbers: string[] = [];
  for (const [login, counter] of [
    ['canbo1', 1],
    ['canbo2', 2],
    ['canbo3', 3],
  ] as const) {
    const officer = await office.seated(login, counter);
    const fieldId = counter === 2 ? 2 : 1;
    for (const ends of [true, false]) {
      await issue(kiosk, fieldId);
      const { ticketId, number } = await officer.do('ticket:callNext', {});
      numbers.push(number);
      if (!ends) continue;
      await officer.do('ticket:start', { ticketId });
      await officer.do('ticket:finish', { ticketId, ...plainFinish });
    }
  }
  return { kiosk, numbers };
}

describe('a wall', () => {
  test('WA30 shows the calls, the recent calls and the fields of its own fields and counters', async () => {
    const office = await staffedOffice();
    const { numbers } = await callingFloor(office);
    const [recent1, open1, recent2, open2, recent3, open3] = numbers;
    const [manage, wall] = [await office.manage(), await office.wall()];
    expect(said(wall)).toEqual([`${open3} 3`, `${open2} 2`, `${open1} 1`]);
    expect(wall.view().recent.map(({ number }) => number)).toEqual([recent3, recent2, recent1]);
    const shows = async (setting: WallSetting, calls: string[], recent: unknown[], fields: unknown[]) => {
      await manage.do('wall:setUp', { deviceId: null, setting });
      await wall.until((view) => view.fields.length === fields.length && view.calls.length === calls.length);
      expect([
        said(wall),
        wall.view().recent.map(({ number }) => number),
        wall.view().fields.map(({ id }) => id),
      ]).toEqual([calls, recent, fields]);
      expect(wall.view().setting).not.toHaveProperty('fieldIds');
    };
    const all = wall.view().fields.map(({ id }) => id);
    await shows(only([2]), [`${open2} 2`], [recent2], [2]);
    await shows(only([1]), [`${open3} 3`, `${open1} 1`], [recent3, recent1], [1]);
    await shows(only([1], [3]), [`${open3} 3`], [recent3], [1]);
    await shows(only([], [1, 2]), [`${open2} 2`, `${open1} 1`], [recent2, recent1], all);
    await shows(only([2], [3]), [], [], [2]);
  });

  test('WA31 is not blanked by a field or a counter that is gone: the others count, and without any it shows all', async () => {
    const office = await staffedOffice();
    const { numbers } = await callingFloor(office);
    const [manage, wall] = [await office.manage(), await office.wall()];
    await manage.do('wall:setUp', { deviceId: null, setting: only([2, 4711], [2, 815]) });
    await wall.until(({ calls }) => calls.length === 1);
    await manage.do('wall:setUp', { deviceId: null, setting: only([4711], [815]) });
    const { fields } = await wall.until(({ calls }) => calls.length === 3);
    expect(fields).toHaveLength(10);
    expect(said(wall)[0]).toBe(`${numbers[5]} 3`);
  });

  test('WA32 has the settings of its device, else those of the wall on the server; they hold after a restart', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const [own, other] = [
      await pairedDevice(office, manage, 'wall'),
      await pairedDevice(office, manage, 'wall'),
    ];
    const loud: WallSetting = { ...plainWall, volumePercent: 90, speaksEn: true };
    const quiet: WallSetting = {
      ...plainWall,
      volumePercent: 10,
      quietFrom: 690,
      quietTo: 780,
      notice: { vi: 'Xin giữ trật tự', en: 'Please be quiet' },
    };
    await manage.do('wall:setUp', { deviceId: own.deviceId, setting: quiet });
    await manage.do('wall:setUp', { deviceId: null, setting: loud });
    const { fieldIds: _fields, counterIds: _counters, ...quietShown } = quiet;
    expect((await own.client.until(({ setting }) => setting.volumePercent === 10)).setting).toEqual(
      quietShown,
    );
    await other.client.until(({ setting }) => setting.volumePercent === 90 && setting.speaksEn);
    expect(manage.view().walls).toEqual([
      { deviceId: null, setting: loud },
      { deviceId: own.deviceId, setting: quiet },
    ]);
    await office.restart();
    const back = await connect(office.url(), { screen: 'wall', token: own.token });
    expect(back.view().setting).toEqual(quietShown);
    expect((await office.wall()).view().setting.volumePercent).toBe(90);
  });

  test('WA33 is set up only where a wall is paired; with its device its settings go from the list', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const [wall, kiosk] = [
      await pairedDevice(office, manage, 'wall'),
      await pairedDevice(office, manage, 'kiosk'),
    ];
    const trySetUp = async (deviceId: number) =>
      codeOf(await manage.send('wall:setUp', { deviceId, setting: plainWall }));
    expect(await trySetUp(99)).toBe('unknownDevice');
    expect(await trySetUp(kiosk.deviceId)).toBe('unknownDevice');
    expect(await trySetUp(wall.deviceId)).toBeNull();
    await manage.until(({ walls }) => walls.length === 2);
    await manage.do('device:remove', { deviceId: wall.deviceId });
    await manage.until(({ walls }) => walls.length === 1);
    expect(await trySetUp(wall.deviceId)).toBe('unknownDevice');
  });
});

describe('the media folder', () => {
  const write = (folder: string, name: string, text = name): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  test('WA34 is shown in the order of its names, without what no browser shows, where slides are on', async () => {
    const office = await staffedOffice();
    const folder = join(office.data, 'media');
    for (const name of [
      '10 tết.jpg',
      '2 thủ tục.PNG',
      'phim.mp4',
      'a.webp',
      '.ẩn.jpg',
      'b.svg',
      'c.html',
      'd%2e.jpg',
    ])
      write(folder, name);
    mkdirSync(join(folder, 'thư mục.jpg'));
    await office.restart();
    const [manage, wall] = [await office.manage(), await office.wall()];
    expect(wall.view().media).toEqual([]);
    await manage.do('wall:setUp', { deviceId: null, setting: { ...plainWall, slides: true } });
    await wall.until(({ setting }) => setting.slides);
    expect(wall.view().media).toEqual(['2 thủ tục.PNG', '10 tết.jpg', 'a.webp', 'phim.mp4']);
    // What is put there or taken away later is found without a restart.
    write(folder, 'z mới.jpg');
    rmSync(join(folder, 'a.webp'));
    await wall.until(({ media }) => media.join() === '2 thủ tục.PNG,10 tết.jpg,phim.mp4,z mới.jpg');
  });

  test('WA35 is served by name, whole or in parts, and leads nowhere else', async () => {
    const office = await staffedOffice();
    write(join(office.data, 'media'), 'phim số 1.mp4', '0123456789');
    write(join(office.data, 'media'), 'kịch bản.txt', 'bí mật');
    await office.restart();
    const at = `${office.url()}/media/`;
    const film = at + encodeURIComponent('phim số 1.mp4');
    const whole = await fetch(film);
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    expect(whole.headers.get('content-type')).toContain('video/mp4');
    const part = await fetch(film, { headers: { range: 'bytes=3-5' } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '345',
      'bytes 3-5/10',
    ]);
    const ways = [
      'kịch bản.txt',
      '../luot.db',
      '..%2Fluot.key',
      '%2e%2e%2fluot.key',
      '',
      '.',
      'không có.jpg',
    ];
    for (const way of ways) {
      const response = await fetch(at + (way.includes('%') ? way : encodeURIComponent(way)));
      expect([way, response.status]).toEqual([way, 404]);
    }
  });
});
