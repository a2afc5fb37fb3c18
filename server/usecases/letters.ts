import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Millis } from '../../shared/domain/ids.ts';
import type { LetterKind, Placeholder } from '../../shared/domain/letter.ts';
import { hasLooseBrace, unknownPlaceholders } from '../../shared/domain/letter.ts';
import { fill } from '../../shared/i18n/language.ts';
import { letterWordings, noReasonSaid } from '../../shared/i18n/letters.ts';
import { sayDate, sayTime } from '../../shared/i18n/time.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { namedDossier, proceduresByKey } from './dossierFacts.ts';
import type { Dossier, DossierId, Wording } from './dossierStore.ts';
import type { Caller, Context } from './ports.ts';
import { actorOf } from './ports.ts';

/** A letter's wording: the office's own, or the product's. */
export const wordingOf = ({ store }: Pick<Context, 'store'>, kind: LetterKind): Wording =>
  store.letters.wording(kind) ?? letterWordings[kind];

/** What stands in a letter for its words in braces. */
function valuesOf(context: Context, dossier: Dossier, recipient: string): Record<Placeholder, string> {
  const { store } = context;
  const { name, timeZone } = store.office.office();
  const steps = store.dossiers.steps(dossier.id);
  const extended = steps.findIndex(({ kind }) => kind === 'extended');
  const before = extended < 0 ? dossier.dueAt : (steps[extended + 1]?.dueAt ?? dossier.dueAt);
  const due = (at: Millis | null): string =>
    at === null ? '…' : `${sayTime(at, timeZone)} ngày ${sayDate(at, timeZone)}`;
  const procedures = proceduresByKey(context);
  return {
    nguoi_nhan: recipient,
    ma_ho_so: dossier.code,
    thu_tuc: namedDossier(dossier, (key) => procedures.get(key)?.name).procedure.vi,
    ngay_nhan: sayDate(dossier.receivedAt, timeZone),
    hen_tra: due(dossier.dueAt),
    hen_tra_cu: due(before),
    ly_do: steps[extended]?.text ?? noReasonSaid,
    co_quan: store.dossiers.setting().agency || name.vi,
  };
}

/** Numbers a letter and fills it in. To a known visitor by the name that is kept, which is opened for this. */
export function writeLetter(
  context: Context,
  { dossierId, kind, recipient }: ParsedInput<'letter:write'>,
  caller: Caller,
): Result<RequestOutput<'letter:write'>, Refused> {
  const { store } = context;
  const dossier = store.dossiers.find(dossierId as DossierId);
  if (dossier === null) return err(refuse('unknownDossier'));
  const known = dossier.visitorId && store.visitors.find(dossier.visitorId)?.name;
  const to = recipient ?? known;
  if (typeof to !== 'string') return err(refuse('noRecipient'));
  const now = context.now();
  const year = Number(businessDayOf(now, store.office.office().timeZone).slice(0, 4));
  const { title, body } = wordingOf(context, kind);
  const values = valuesOf(context, dossier, to);
  return ok({
    kind,
    number: store.letters.add({ year, kind, dossierId: dossier.id }, actorOf(caller), now),
    writtenAt: now,
    title,
    body: fill(body, values)
      .split(/\n+/u)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
  });
}

/** Words a letter, or leaves it to the product. Refuses words in braces that stand for nothing. */
export function wordLetter(
  { store }: Context,
  { kind, wording }: ParsedInput<'letter:word'>,
): Result<RequestOutput<'letter:word'>, Refused> {
  const text = `${wording?.title ?? ''}\n${wording?.body ?? ''}`;
  const [unknown] = unknownPlaceholders(text);
  if (unknown !== undefined) return err(refuse('badPlaceholder', { what: `{${unknown.slice(0, 40)}}` }));
  if (hasLooseBrace(text)) return err(refuse('badPlaceholder', { what: '{ }' }));
  store.letters.setWording(kind, wording);
  return ok({});
}
