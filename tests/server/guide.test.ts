import { afterEach, expect, test } from 'vitest';
import type { Speaker } from '../../server/speech/espeak.ts';
import type { Language } from '../../shared/contract/schemas.ts';
import { longestSpoken } from '../../shared/contract/routes.ts';
import { postTo } from '../factories/clients.ts';
import { closeAll, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

/** An office whose server says what it is told by sending it back. */
async function speaking(languages: readonly Language[] = ['vi', 'en']) {
  const said: string[] = [];
  let broken = false;
  const speaker: Speaker = {
    languages,
    say: (language, text) => {
      said.push(`${language} ${text}`);
      return broken ? Promise.reject(new Error('no sound')) : Promise.resolve(Buffer.from(`RIFF ${text}`));
    },
  };
  const office = await staffedOffice({ findSpeaker: () => Promise.resolve(speaker) });
  const ask = (text: string, more: { language?: Language; token?: string } = {}, headers = {}) =>
    postTo(office.url(), '/api/speak', { language: 'vi', text, ...more }, headers);
  return { office, said, ask, breakDown: () => (broken = true) };
}

const refusal = (code: string) => ({ kind: 'refused', code });

test('HP30 the server says a kiosk’s words in the languages of its program, and tells kiosks which these are', async () => {
  const { office, ask, said } = await speaking();
  expect((await office.kiosk()).view().speaks).toEqual(['vi', 'en']);
  const { status, body } = await ask(' Mời Ông/Bà lấy số thứ tự ');
  expect(status).toBe(200);
  expect(Buffer.from((body as { wav: string }).wav, 'base64').toString()).toBe(
    'RIFF Mời Ông/Bà lấy số thứ tự',
  );
  await ask('Please take a number', { language: 'en' });
  expect(said).toEqual(['vi Mời Ông/Bà lấy số thứ tự', 'en Please take a number']);
});

test('HP31 it speaks for kiosks only: the one on its machine, and those that are paired', async () => {
  const { office, ask, said } = await speaking();
  const foreign = { 'x-forwarded-for': '192.168.1.50' };
  expect(await ask('Chào', {}, foreign)).toMatchObject({ status: 403, body: refusal('notAllowed') });
  expect(await ask('Chào', { token: 'không có' })).toMatchObject({ body: refusal('notAllowed') });
  expect(await ask('Chào', {}, { origin: 'http://elsewhere.example' })).toMatchObject({ status: 403 });
  expect(said).toEqual([]);
  const manager = await office.manage();
  const pair = async (screen: 'kiosk' | 'wall') => {
    const { code } = await manager.do('device:invite', { name: screen, screen, counterId: null });
    const { body } = await postTo(office.url(), '/api/pair', { code });
    return (body as { token: string }).token;
  };
  expect(await ask('Chào', { token: await pair('wall') }, foreign)).toMatchObject({ status: 403 });
  expect(await ask('Chào', { token: await pair('kiosk') }, foreign)).toMatchObject({ status: 200 });
});

test('HP32 what cannot be said is refused: another language, too much, nothing, a program that fails', async () => {
  const { ask, said, breakDown } = await speaking(['vi']);
  expect(await ask('Hello', { language: 'en' })).toMatchObject({ status: 403, body: refusal('noVoice') });
  expect(await ask('a'.repeat(longestSpoken + 1))).toMatchObject({ status: 400 });
  expect(await ask('  ')).toMatchObject({ status: 400 });
  expect(said).toEqual([]);
  breakDown();
  expect(await ask('Chào')).toMatchObject({ status: 403, body: refusal('noVoice') });
});
