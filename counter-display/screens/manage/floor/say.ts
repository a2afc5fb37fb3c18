import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import type { FloorAlert } from '../../../../shared/domain/floor.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { alertWords, floorWords } from '../../../../shared/i18n/screens/floor.ts';
import { keepingWords } from '../../../../shared/i18n/screens/keeping.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { printerWords } from '../../../../shared/i18n/screens/printers.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';

type ManageView = View<'manage'>;
type End = NonNullable<ManageView['floor']['end']>;

const minuteMs = 60_000;
/** Whole minutes; what has not lasted one is none. */
export const minutesOf = (ms: number): number => Math.max(0, Math.floor(ms / minuteMs));

/** A time of the range in steps of five minutes: no end of a line is known better. */
const roundly = (at: number, timeZone: string, round: (steps: number) => number): string =>
  sayTime(round(at / (5 * minuteMs)) * 5 * minuteMs, timeZone);

/** When a line is expected to end, against closing time: `12:05–12:35, trước giờ đóng`. */
export function sayEnd(end: End, { floor, office }: ManageView, now: number, language: Language): string {
  const words = floorWords[language];
  if (end.at === null) return words.kept;
  const { likely, surely } = end.at;
  const from = roundly(Math.max(now, likely), office.timeZone, Math.floor);
  const to = roundly(Math.max(now, surely), office.timeZone, Math.ceil);
  const range = `${from}–${to}`;
  const { closesAt } = floor;
  if (closesAt === null) return range;
  if (now >= closesAt) return `${range}, ${words.afterClosing}`;
  const late = end.fit === 'late' ? likely : surely;
  const n = Math.max(5, Math.round((late - closesAt) / (5 * minuteMs)) * 5);
  return `${range}, ${fill(words[end.fit], { n })}`;
}

/** What would help a line that is late; nothing where it is not. */
export function sayHelp(
  help: ManageView['floor']['fields'][number]['help'],
  language: Language,
): string | null {
  const words = floorWords[language];
  if (help === null) return null;
  if (help.counters === 0) return words.nothingHelps;
  return fill(help.surely ? words.helps : words.mayHelp, { n: help.counters });
}

const screens = ['kiosk', 'wall', 'counter'] as const;

/** What an alert says, and what to do. */
export function sayAlert(
  alert: FloorAlert,
  view: ManageView,
  language: Language,
): { what: string; todo: string } {
  const words = alertWords[language];
  const fieldId = 'fieldId' in alert ? alert.fieldId : null;
  const counterId = 'counterId' in alert ? alert.counterId : null;
  const fault = alert.kind === 'printer' ? alert.fault : '';
  const screen = alert.kind === 'screenGone' ? alert.screen : '';
  const shift = alert.kind === 'clock' ? alert.by : 0;
  const minutesSet = Math.round(Math.abs(shift) / minuteMs);
  const faults: Readonly<Record<string, string>> = printerWords[language];
  const what = fill(words[alert.kind], {
    field: view.fields.find(({ id }) => id === fieldId)?.name[language] ?? '',
    counter: view.counters.find(({ id }) => id === counterId)?.number ?? '',
    n: alert.kind === 'noCounter' ? alert.waiting : '',
    minutes: alert.kind === 'longWait' ? minutesOf(alert.waitedMs) : minutesSet,
    way: words[shift < 0 ? 'back' : 'ahead'],
    mb: alert.kind === 'disk' ? Math.floor(alert.freeBytes / 1e6) : '',
    date: alert.kind === 'certificate' ? sayDate(alert.until, view.office.timeZone) : '',
    number: alert.kind === 'calledLong' ? alert.number : '',
    name: ('name' in alert ? alert.name : null) ?? printerWords[language].ownMachine,
    fault: (faults[fault] ?? '').toLocaleLowerCase(language),
    screen: screens.filter((one) => one === screen).map((one) => manageWords[language][one])[0] ?? '',
  });
  const why = alert.kind === 'backup' ? view.keeping.backupTrouble : null;
  return { what, todo: why === null ? words[`${alert.kind}Do`] : keepingWords[language][why] };
}
