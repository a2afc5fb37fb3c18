import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import { requests } from '../../shared/contract/requests.ts';
import type { Request } from '../../shared/contract/requests/request.ts';
import { fill } from '../../shared/i18n/language.ts';
import { problemWords } from '../../shared/i18n/problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { csvLines } from './csv.ts';
import type { DropFile } from './integrationStore.ts';
import { doOnce } from './perform.ts';
import type { Caller, Context } from './ports.ts';
import { useCases } from './table.ts';

const folder: Caller = { kind: 'folder', screen: 'folder' };

/** What a list is of, by how its file's name begins. */
const kinds = [
  { kind: 'appointment:import', names: ['lich-hen', 'lichhen', 'appointments'] },
  { kind: 'dossier:import', names: ['ho-so', 'hoso', 'dossiers'] },
] as const;
type Kind = (typeof kinds)[number]['kind'];

const kindOf = (name: string): Kind | null =>
  kinds.find(({ names }) => names.some((begin) => name.toLowerCase().startsWith(begin)))?.kind ?? null;

/** An id that is the same whenever the same list comes, so that a list is done once however often it is begun. */
function idOf(digest: Buffer): string {
  const hex = digest.toString('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const tooLarge = (kind: Kind): Refused =>
  refuse(kind === 'appointment:import' ? 'badCsv' : 'badTable', {
    line: 1,
    what: 'danh sách quá lớn / too large a list',
  });

/** A list as its request carries it. */
function messageOf(kind: Kind, text: string): Result<object, Refused> {
  if (kind === 'appointment:import') return ok({ csv: text });
  const lines = csvLines(text);
  if (!lines.ok)
    return err(refuse('badTable', { line: lines.error, what: 'dấu ngoặc kép / quotation marks' }));
  return ok({ rows: lines.value.map(({ cells }) => cells), keep: true });
}

function importList(context: Context, kind: Kind, text: string, digest: Buffer): Result<number, Refused> {
  const message = messageOf(kind, text);
  if (!message.ok) return message;
  const { input, audited }: Request = requests[kind];
  const parsed = (input as z.ZodType<{ requestId: string }>).safeParse({
    requestId: idOf(digest),
    ...message.value,
  });
  if (!parsed.success) return err(tooLarge(kind));
  const run = useCases[kind] as (...given: unknown[]) => Result<{ added: number }, Refused>;
  const done = doOnce(context, { name: kind, reads: false, audited, run }, parsed.data, folder);
  return done.ok ? ok(done.value.added) : done;
}

/** Both languages: whoever reads a report beside a file has chosen none. */
const inBoth = ({ code, detail = {} }: Refused): string =>
  [problemWords.vi[code], problemWords.en[code]].map((words) => fill(words, detail)).join('\n');

/**
 * Takes a list that was laid into the folder, once: the same again adds nothing.
 * @param name of its file, which says what it is a list of.
 * @returns what came of it, which is on the manager's list then.
 */
export function takeDropped(context: Context, name: string, text: string): Omit<DropFile, 'digest'> {
  const { store, now } = context;
  const digest = createHash('sha256')
    .update(`${kindOf(name)}\n${text}`)
    .digest();
  const keep = (outcome: DropFile['outcome'], added: number, what: string | null) => {
    const file = { name, outcome, added, what };
    store.transaction(() => store.drop.add({ ...file, digest }, now()));
    return file;
  };
  const kind = kindOf(name);
  if (kind === null)
    return keep(
      'failed',
      0,
      'Tên tệp phải bắt đầu bằng “lich-hen” hoặc “ho-so”.\nThe file’s name has to begin with “appointments” or “dossiers”.',
    );
  if (store.drop.isImported(digest)) return keep('repeated', 0, null);
  const done = importList(context, kind, text, digest);
  return done.ok ? keep('imported', done.value, null) : keep('failed', 0, inBoth(done.error));
}
