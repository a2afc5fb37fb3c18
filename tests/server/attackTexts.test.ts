import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Answer } from '../../shared/contract/requests.ts';
import { problemOf } from '../factories/clients.ts';
import { closeAll, fieldOf, issue, staffedOffice } from '../factories/staffedOffice.ts';
import { markup } from '../suites/markup.ts';

afterEach(closeAll);

test('AT53 markup comes back from the server as it was written, and is escaped in the pages it writes itself', async () => {
  const office = await staffedOffice({ level: 'info' });
  const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
  await issue(kiosk, fieldOf(officer, 1));
  const { ticketId } = await officer.do('ticket:callNext', {});
  const text = markup.join('\n\u001b@\u0000\r\nHTTP/1.1 200 OK\n{"level":60}\n');
  await officer.do('ticket:note', { ticketId, text });
  const { desk } = await officer.until((view) => (view.desk?.ticket?.notes.length ?? 0) > 0);
  expect(desk?.ticket?.notes.map((note) => note.text)).toEqual([text]);
  // Every line of the log is one entry of its own, and what people write is in none.
  const lines = office.logged().trim().split('\n').filter(Boolean);
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(office.logged()).not.toMatch(/window\.ran|HYPERLINK/u);

  const name = markup[1];
  await office.edit(`UPDATE office SET name_vi = '${name}', name_en = '${name}'`);
  for (const path of [
    '/d/khong-co',
    '/api/v1/docs',
    `/d/${encodeURIComponent(name)}`,
    `/t/${encodeURIComponent(name)}`,
  ]) {
    const page = await (await fetch(office.url() + path)).text();
    expect(page).not.toContain(name);
    expect(page).not.toContain(name.toLowerCase());
  }
  expect(await (await fetch(`${office.url()}/d/khong-co`)).text()).toContain('&#60;script&#62;window.ran=1');
});

test('AT54 no name leads out of the folders of pictures, recordings and backups, nor does a link that lies there', async () => {
  const office = await staffedOffice();
  const [media, voice] = [join(office.data, 'media'), join(office.data, 'voice', 'vi')];
  for (const folder of [media, voice]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(media, 'a.jpg'), 'picture');
  symlinkSync(join(office.data, 'luot.key'), join(media, 'khoa.jpg'));
  symlinkSync(office.data, join(media, 'tat-ca'));
  await office.restart();
  const names = [
    '..',
    '../luot.key',
    'tat-ca/luot.key',
    'khoa.jpg',
    '/etc/passwd',
    'C:\\luot.key',
    '..\\luot.key',
    'a.jpg\u0000.png',
    'con',
    'NUL.jpg',
    'a.jpg:$DATA',
    '%2e%2e%2fluot.key',
    '.',
    '',
  ];
  for (const name of names)
    for (const path of ['/media/', '/voice/clips/vi/', '/voice/clips/'].map(
      (root) => root + encodeURIComponent(name),
    )) {
      const response = await fetch(office.url() + path);
      expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true]);
    }
  expect(await (await fetch(`${office.url()}/media/a.jpg`)).text()).toBe('picture');

  const manage = await office.manage();
  for (const name of names) {
    const checked = (await manage.sendRaw('backup:check', {
      requestId: crypto.randomUUID(),
      name,
    })) as Answer<unknown>;
    expect([name, problemOf(checked).kind]).toEqual([name, 'malformed']);
  }
  expect(office.logged()).toBe('');
});
