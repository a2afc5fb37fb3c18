import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetOldest } from '../../server/speech/cache.ts';
import type { Speaker } from '../../server/speech/espeak.ts';
import { packRecordings } from '../../server/speech/pack.ts';
import type { Language } from '../../shared/contract/schemas.ts';
import { everyPiece, sentenceOf } from '../../shared/i18n/speech/call.ts';
import { temporaryFolder } from '../factories/server.ts';
import { closeAll, fieldOf, issue, plainFinish, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

/** Recordings of every piece but those left out, with the manifest that the voice command writes. */
async function recorded(folder: string, language: Language, leftOut: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { clip } of everyPiece(language).slice(leftOut))
    writeFileSync(join(folder, `${clip}.wav`), `RIFF ${clip}`);
  await packRecordings(folder, language);
}

describe('recordings', () => {
  test('VO20 are offered and served in the languages of which each piece is there, and only those', async () => {
    const office = await staffedOffice();
    const folder = join(office.data, 'voice');
    await recorded(join(folder, 'vi'), 'vi', 0);
    await recorded(join(folder, 'en'), 'en', 1);
    writeFileSync(join(folder, 'vi', 'luot.db'), 'bí mật');
    await office.restart();
    expect((await office.wall()).view().voice).toEqual({ clips: ['vi'], made: [] });
    const at = `${office.url()}/voice/clips`;
    const manifest = (await (await fetch(`${at}/vi/manifest.json`)).json()) as {
      clips: Record<string, string>;
    };
    const [first] = everyPiece('vi');
    const file = manifest.clips[first?.clip ?? ''] ?? '';
    const clip = await fetch(`${at}/vi/${file}`);
    expect([clip.status, await clip.text()]).toEqual([200, `RIFF ${first?.clip}`]);
    expect(clip.headers.get('content-type')).toMatch(/^audio\//u);
    const [english] = everyPiece('en').slice(1);
    for (const way of [
      'en/manifest.json',
      `en/${english?.clip}.wav`,
      'vi/luot.db',
      'vi/khong-co.wav',
      'vi/..%2f..%2fluot.db',
      'vi/%2e%2e%2f%2e%2e%2fluot.key',
      '../luot.key',
      'fr/manifest.json',
      '..%2f/luot.json',
    ])
      expect([way, (await fetch(`${at}/${way}`)).status]).toEqual([way, 404]);
  });
});

/** An office with a voice of its own and one call, `number` to counter 1. */
async function speaking(languages: readonly Language[] = ['vi', 'en']) {
  const said: string[] = [];
  let broken = false;
  const speaker: Speaker = {
    languages,
    say: (language, sentence) => {
      said.push(`${language} ${sentence}`);
      return broken
        ? Promise.reject(new Error('no sound'))
        : Promise.resolve(Buffer.from(`RIFF ${sentence}`));
    },
  };
  const office = await staffedOffice({ findSpeaker: () => Promise.resolve(speaker) });
  const [kiosk, officer] = [await office.kiosk(), await office.seated('canbo1', 1)];
  // The second waits.
  for (let i = 0; i < 2; i++) await issue(kiosk, fieldOf(officer, 1));
  const { ticketId, number } = await officer.do('ticket:callNext', {});
  const ask = async (language: string, query: Record<string, string> | string) => {
    const sought = typeof query === 'string' ? query : new URLSearchParams(query).toString();
    return fetch(`${office.url()}/voice/say/${language}?${sought}`);
  };
  return { office, officer, ticketId, number, said, ask, breakDown: () => (broken = true) };
}

describe('speech made by the server', () => {
  test('VO21 says a call in the languages of its program, as a sound', async () => {
    const { office, number, ask, said } = await speaking();
    expect((await office.wall()).view().voice).toEqual({ clips: [], made: ['vi', 'en'] });
    for (const [language, how] of [
      ['vi', 'call'],
      ['en', 'recall'],
      ['vi', 'last'],
    ] as const) {
      const sentence = sentenceOf({ number, counterNumber: 1, how }, language);
      const response = await ask(language, { number, counter: '1', how });
      expect([response.status, await response.text()]).toEqual([200, `RIFF ${sentence}`]);
      expect(response.headers.get('content-type')).toBe('audio/wav');
      expect(said.at(-1)).toBe(`${language} ${sentence}`);
    }
  });

  test('VO22 says only numbers that are called now or just were, to the counter they are called to', async () => {
    const { officer, ticketId, number, ask, said } = await speaking();
    const waiting = `${number.slice(0, -1)}2`;
    for (const [called, counter] of [
      [waiting, '1'],
      ['Z999', '1'],
      [number, '2'],
      [number.toLowerCase(), '1'],
    ] as const)
      expect((await ask('vi', { number: called, counter, how: 'call' })).status).toBe(404);
    expect(said).toEqual([]);
    await officer.do('ticket:start', { ticketId });
    await officer.do('ticket:finish', { ticketId, ...plainFinish });
    expect((await ask('vi', { number, counter: '1', how: 'call' })).status).toBe(200);
  });

  test('VO23 what is no call is not said', async () => {
    const { number, ask, said } = await speaking(['vi']);
    const good = { number, counter: '1', how: 'call' };
    for (const query of [
      '',
      `number=${number}&counter=1`,
      `number=${number}&number=B002&counter=1&how=call`,
      { ...good, number: '' },
      { ...good, number: `${number} -w /tmp/x` },
      { ...good, number: 'A12345678' },
      { ...good, counter: '1e0' },
      { ...good, counter: '-1' },
      { ...good, counter: '1000000' },
      { ...good, how: 'shout' },
    ])
      expect([query, (await ask('vi', query)).status]).toEqual([query, 404]);
    for (const language of ['en', 'fr', 'vi%2f..'])
      expect([language, (await ask(language, good)).status]).toEqual([language, 404]);
    expect(said).toEqual([]);
  });

  test('VO24 that fails is not found, so that walls turn to the next voice', async () => {
    const { office, number, ask, breakDown } = await speaking();
    breakDown();
    const response = await ask('vi', { number, counter: '1', how: 'call' });
    expect([response.status, await response.json()]).toMatchObject([404, { what: 'not found' }]);
    expect((await office.wall()).view().voice.made).toEqual(['vi', 'en']);
  });

  test('VO25 keeps no more than so many sentences, the newest', async () => {
    const folder = temporaryFolder();
    for (let i = 0; i < 12; i++) {
      writeFileSync(join(folder, `${i}.wav`), '');
      utimesSync(join(folder, `${i}.wav`), 1000 + i, 1000 + ((i * 7) % 12));
    }
    writeFileSync(join(folder, 'đọc.txt'), '');
    await forgetOldest(folder, 3);
    // 7 i mod 12 is 11, 10 and 9 for these.
    expect(readdirSync(folder).toSorted()).toEqual(['10.wav', '3.wav', '5.wav', 'đọc.txt'].toSorted());
    await forgetOldest(folder, 3);
    expect(readdirSync(folder)).toHaveLength(4);
  });
});
