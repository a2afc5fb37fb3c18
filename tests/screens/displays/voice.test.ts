import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../shared/contract/views.ts';
import { everyPiece, piecesOf } from '../../../shared/i18n/speech/call.ts';
import { launchBrowser } from '../../browser.ts';
import type { FakeServer } from '../fakeServer.ts';
import { chimesOf, openScreen, server, tv } from './page.ts';
import { call, setting, wall } from './views.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const rate = 8_000;
const seconds = 0.12;

/** A tone of so many hertz as a WAV file, mono, 16 bits. */
function wavOf(hertz: number): Buffer {
  const samples = Math.round(rate * seconds);
  const file = Buffer.alloc(44 + 2 * samples);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + 2 * samples, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(2 * rate, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(2 * samples, 40);
  for (let n = 0; n < samples; n++)
    file.writeInt16LE(Math.round(20_000 * Math.sin((2 * Math.PI * hertz * n) / rate)), 44 + 2 * n);
  return file;
}

/** Each clip is a tone of its own, 40 Hz apart, so that what was played can be read. */
const hertzOf = new Map(everyPiece('vi').map(({ clip }, place) => [clip, 400 + 40 * place] as const));
const englishHertz = 3_600;

type Played = { readonly at: number; readonly seconds: number; readonly hertz: number };

/** Notes each recording that is played, by the pitch that is really in it, and each sentence that is read. */
const listen = (): void => {
  const played: Played[] = [];
  const read: string[] = [];
  Object.assign(window, { played, read });
  const start = Object.getOwnPropertyDescriptor(AudioBufferSourceNode.prototype, 'start')?.value as (
    this: AudioBufferSourceNode,
    when: number,
  ) => void;
  AudioBufferSourceNode.prototype.start = function (when = 0) {
    const samples = this.buffer?.getChannelData(0) ?? new Float32Array();
    let rises = 0;
    for (let n = 1; n < samples.length; n++) if ((samples[n - 1] ?? 0) < 0 && (samples[n] ?? 0) >= 0) rises++;
    const length = this.buffer?.duration ?? 1;
    played.push({ at: when, seconds: length, hertz: Math.round(rises / length / 40) * 40 });
    start.call(this, when);
  };
  const synthesis = {
    getVoices: () => [{ lang: 'vi-VN' }],
    speak: (utterance: SpeechSynthesisUtterance & { text: string }) => {
      read.push(utterance.text);
      utterance.dispatchEvent(new Event('end'));
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  class Utterance extends EventTarget {
    readonly text: string;
    voice = null;
    lang = '';
    rate = 1;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  Object.assign(window, { SpeechSynthesisUtterance: Utterance });
};

const playedOn = (page: Page): Promise<readonly Played[]> =>
  page.evaluate(() => (window as unknown as { played: Played[] }).played);
const readOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { read: string[] }).read);

/** A wall whose server has these voices, before any call. */
async function openWall(
  more: Partial<View<'wall'>>,
): Promise<{ fake: FakeServer; page: Page; asked: string[] }> {
  const fake = await server();
  fake.show('wall', wall([], more));
  const page = await openScreen(browser, 'about:blank', tv, listen);
  const asked: string[] = [];
  await page.route('**/voice/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    asked.push(pathname + search);
    const name = pathname.split('/').at(-1) ?? '';
    if (name === 'manifest.json') {
      const clips = Object.fromEntries([...hertzOf.keys()].map((clip) => [clip, `${clip}.wav`]));
      return route.fulfill({ json: { clips } });
    }
    const hertz = pathname.startsWith('/voice/say/en') ? englishHertz : hertzOf.get(name.replace('.wav', ''));
    return hertz === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: 'audio/wav', body: wavOf(hertz) });
  });
  await page.goto(`${fake.url}/wall`);
  await page.getByText('Kính mời Ông/Bà ngồi chờ').waitFor();
  return { fake, page, asked };
}

const a012 = call(1, 'A012', 15);
const clipsOf = (how: 'call' | 'recall' | 'last'): (number | undefined)[] =>
  piecesOf({ number: 'A012', counterNumber: 15, how }, 'vi').map(({ clip }) => hertzOf.get(clip));

describe('the wall’s voice', () => {
  it.each([
    ['call', { announcements: 1 }],
    ['recall', { announcements: 2 }],
    ['last', { announcements: 1, last: true }],
  ] as const)(
    'VO11 plays the office’s recordings of a %s whole, in order and without gaps',
    async (how, more) => {
      const voice = { clips: ['vi' as const], made: [] };
      const { fake, page } = await openWall({ voice });
      fake.show('wall', wall([{ ...a012, ...more }], { voice }));
      const wanted = clipsOf(how);
      await expect
        .poll(async () => (await playedOn(page)).map(({ hertz }) => hertz), { timeout: 15_000 })
        .toEqual(wanted);
      const played = await playedOn(page);
      for (const [place, { at, seconds: lasts }] of played.entries()) {
        const next = played[place + 1];
        if (next === undefined) continue;
        const gap = next.at - at - lasts;
        expect(gap).toBeGreaterThan(-0.001);
        expect(gap).toBeLessThan(0.2);
      }
      expect(await chimesOf(page)).toBe(1);
      expect(await readOn(page)).toEqual([]);
    },
  );

  it('VO12 speaks English after Vietnamese, made by the server where there are no recordings', async () => {
    const voice = { clips: ['vi' as const], made: ['en' as const] };
    const more = { voice, setting: { ...setting, speaksEn: true } };
    const { fake, page, asked } = await openWall(more);
    fake.show('wall', wall([a012], more));
    await expect
      .poll(async () => (await playedOn(page)).at(-1)?.hertz, { timeout: 15_000 })
      .toBe(englishHertz);
    expect((await playedOn(page)).slice(0, -1).map(({ hertz }) => hertz)).toEqual(clipsOf('call'));
    expect(asked.at(-1)).toBe('/voice/say/en?number=A012&counter=15&how=call');
  });

  it('VO13 falls back to the browser’s voice when the server’s fail, and says nothing without any', async () => {
    const voice = { clips: [], made: ['vi' as const] };
    const { fake, page } = await openWall({ voice });
    fake.show('wall', wall([a012], { voice }));
    await expect
      .poll(() => readOn(page), { timeout: 15_000 })
      .toEqual(['Mời công dân có số thứ tự, a, không, một, hai, đến quầy số mười lăm.']);
    expect(await playedOn(page)).toEqual([]);
  });

  it('VO14 with speech off it still chimes; in the quiet hours it makes no sound', async () => {
    const silent = { setting: { ...setting, speaksVi: false } };
    const { fake, page } = await openWall(silent);
    fake.show('wall', wall([a012], silent));
    await expect.poll(() => chimesOf(page), { timeout: 15_000 }).toBe(1);
    const quiet = { setting: { ...setting, quietFrom: 0, quietTo: 1439 } };
    fake.show('wall', wall([{ ...a012, announcementId: 2, announcements: 2 }], quiet));
    await page.locator('[data-announcing="2"]').waitFor({ timeout: 15_000 });
    await page.locator('[data-announcing="2"]').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await chimesOf(page)).toBe(1);
    expect(await readOn(page)).toEqual([]);
  });
});
