import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../../shared/contract/schemas.ts';
import { everyPiece } from '../../shared/i18n/speech/call.ts';
import { findSpeaker } from './espeak.ts';
import { packRecordings, recordPack } from './pack.ts';

const usage = `npm run voice -- list [--language vi|en]
npm run voice -- pack DIR [--language vi|en] [--record]

list   what has to be recorded: the name of each recording, and what is said in it
pack   makes a pack of the recordings in DIR; with --record they are made by espeak-ng first
Put the finished folder at data/voice/vi (or data/voice/en).`;

/** Thrown for whoever typed the command, without a stack. */
class UsageError extends Error {}

const isLanguage = (text: string): text is Language => text === 'vi' || text === 'en';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'vi' },
      record: { type: 'boolean', default: false },
    },
  });
  const [command, folder] = positionals;
  const { language, record } = values;
  if (!isLanguage(language)) throw new UsageError(usage);
  if (command === 'list' && folder === undefined) {
    for (const { clip, text } of everyPiece(language)) console.log(`${clip}\t${text}`);
    return;
  }
  if (command !== 'pack' || folder === undefined) throw new UsageError(usage);
  if (record) {
    const speaker = await findSpeaker(join(tmpdir(), 'luot-voice'));
    if (!speaker.languages.includes(language))
      throw new UsageError('espeak-ng is not installed here, or does not speak this language.');
    await recordPack(folder, language, speaker);
  }
  const missing = await packRecordings(folder, language);
  if (missing.length > 0)
    throw new UsageError(`${missing.length} recordings are missing in ${folder}: ${missing.join(', ')}`);
  console.log(`The pack in ${folder} is whole (${everyPiece(language).length} recordings).`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
