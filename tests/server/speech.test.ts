import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSpeaker } from '../../server/speech/espeak.ts';
import { missingOf, packedLanguages, packRecordings, recordPack } from '../../server/speech/pack.ts';
import { everyPiece } from '../../shared/i18n/speech/call.ts';
import { temporaryFolder } from '../factories/server.ts';

/** A program that takes espeak-ng's arguments, notes them, and "says" the sentence as its bytes. */
function fakeProgram(says = 'vi|en'): { command: string; calls: () => string[][] } {
  const folder = temporaryFolder();
  const [command, log] = [join(folder, 'speak'), join(folder, 'log')];
  const voices = ' 5  vi   --/M  Vietnamese aav/vi\n 2  en-gb  --/M  English gmw/en\n'
    .split('\n')
    .filter((line) => new RegExp(says, 'u').test(line));
  writeFileSync(log, '');
  writeFileSync(
    command,
    `#!${process.execPath}
const args = process.argv.slice(2);
require('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + '\\n');
if (args[0] === '--voices') console.log(${JSON.stringify(voices.join('\n'))});
else if (args.at(-1) === 'fail') process.exit(3);
else process.stdout.write('RIFF ' + args.at(-1));
`,
  );
  chmodSync(command, 0o755);
  return {
    command,
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as string[])
        .filter(([first]) => first !== '--voices'),
  };
}

describe('speech made by the server', () => {
  test('VO4 gives the sentence as the last argument, whatever it looks like, and no shell sees it', async () => {
    const { command, calls } = fakeProgram();
    const speaker = await findSpeaker(temporaryFolder(), command);
    const sentence = '-w /tmp/x; $(touch /tmp/y) "Mời ông Đỗ"';
    expect((await speaker.say('vi', sentence)).toString()).toBe(`RIFF ${sentence}`);
    expect(calls()).toEqual([['-v', 'vi', '-s', '140', '--stdout', '--', sentence]]);
  });

  test('VO5 is made once for a sentence, also when it is asked for twice at once or after a restart', async () => {
    const { command, calls } = fakeProgram();
    const folder = temporaryFolder();
    const speaker = await findSpeaker(folder, command);
    await Promise.all([speaker.say('vi', 'một'), speaker.say('vi', 'một'), speaker.say('en', 'một')]);
    await speaker.say('vi', 'một');
    await (await findSpeaker(folder, command)).say('vi', 'một');
    expect(
      calls()
        .map(([, voice]) => voice ?? '')
        .toSorted(),
    ).toEqual(['en-gb', 'vi']);
  });

  test('VO6 that fails is not kept, and is tried anew', async () => {
    const { command, calls } = fakeProgram();
    const folder = temporaryFolder();
    const speaker = await findSpeaker(folder, command);
    await expect(speaker.say('vi', 'fail')).rejects.toThrow('ended with 3');
    await expect(speaker.say('vi', 'fail')).rejects.toThrow('ended with 3');
    expect(calls()).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([]);
    await expect(speaker.say('vi', 'a'.repeat(501))).rejects.toThrow(RangeError);
  });

  test.each([
    ['both', 'vi|en', ['vi', 'en']],
    ['one', 'vi', ['vi']],
    ['none', 'klingon', []],
  ])('VO7 knows what the program speaks: %s', async (_, says, languages) => {
    expect((await findSpeaker(temporaryFolder(), fakeProgram(says).command)).languages).toEqual(languages);
  });

  test('VO7 without the program there is no speech', async () => {
    expect((await findSpeaker(temporaryFolder(), '/nowhere/espeak-ng')).languages).toEqual([]);
  });
});

describe('a clip pack', () => {
  test('VO8 is whole when each piece has its recording, and only then is used', async () => {
    const root = temporaryFolder();
    const folder = join(root, 'vi');
    const speaker = await findSpeaker(temporaryFolder(), fakeProgram().command);
    expect(packedLanguages(root)).toEqual([]);
    await recordPack(folder, 'vi', speaker);
    expect(packedLanguages(root)).toEqual([]);
    expect(await packRecordings(folder, 'vi')).toEqual([]);
    expect(packedLanguages(root)).toEqual(['vi']);
    rmSync(join(folder, 'digit-7.wav'));
    expect(missingOf(folder, 'vi')).toEqual(['digit-7']);
    expect(packedLanguages(root)).toEqual([]);
  });

  test('VO8 an office’s own recordings count by their names, whatever their kind', async () => {
    const folder = temporaryFolder();
    for (const [place, { clip }] of everyPiece('en').entries())
      writeFileSync(join(folder, `${clip}.${place % 2 === 0 ? 'mp3' : 'wav'}`), 'x');
    writeFileSync(join(folder, 'notes.txt'), 'x');
    expect(await packRecordings(folder, 'en')).toEqual([]);
  });

  test.each([['no JSON'], ['{"clips":{"call":"../../etc/passwd"}}'], ['{"clips":[]}'], ['null']])(
    'VO9 a manifest that is not one is no pack: %s',
    (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'manifest.json'), text);
      expect(missingOf(folder, 'vi')).toBeNull();
    },
  );

  test('VO10 the command says what is to be recorded and what is missing', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['server/speech/cli.ts', ...args], { encoding: 'utf8' });
    expect(run('list').stdout).toContain('digit-4\tbốn\n');
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'digit-4.mp3'), 'x');
    const pack = run('pack', folder);
    expect([pack.status, pack.stderr]).toEqual([1, expect.stringContaining('letter-A')]);
    expect(pack.stderr).not.toContain('digit-4');
    expect(run('sing').stderr).toContain('npm run voice');
  });
});
