import type { DanBietNow } from '../../../shared/contract/danBiet.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { danBietWords } from '../../../shared/i18n/screens/danBiet.ts';
import { sayWait } from '../../../shared/i18n/wait.ts';
import { h } from '../track/dom.ts';
import { sayDayInside, sayHours, sayLoad, sayOpening, sayQuietest, sayWeek } from './say.ts';

/** The parts of the page that follow the office. */

const number = (n: number, language: Language): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(n);

const part = (className: string, title: string, ...children: readonly (Node | null)[]): HTMLElement =>
  h('section', { className: `part ${className}` }, h('h2', {}, title), ...children);

/** Which office it is, and whether it is open. */
export function headOf(now: DanBietNow, language: Language, switchLanguage: () => void): HTMLElement {
  const words = danBietWords[language];
  return h(
    'header',
    { className: `head ${now.opening.kind}` },
    h('div', {}, h('p', { className: 'office' }, now.office.name[language]), h('h1', {}, words.title)),
    h('p', { className: 'opening' }, sayOpening(now, language)),
    h('button', { type: 'button', onclick: switchLanguage }, words.otherLanguage),
  );
}

/** What somebody who comes now would wait, by field. */
function waitsOf({ fields }: DanBietNow, language: Language): HTMLElement {
  const words = danBietWords[language];
  const rows = fields.map(({ name, colour, waiting, wait }) => {
    const dot = h('span', { className: 'dot', aria: { hidden: 'true' } });
    dot.style.background = colour;
    return h(
      'li',
      {},
      dot,
      h('span', { className: 'name' }, name[language]),
      h('span', { className: 'wait' }, sayWait(wait, language)),
      h('span', { className: 'line' }, fill(words.waiting, { n: waiting })),
    );
  });
  return part('waits', words.waits, h('ul', {}, ...rows));
}

/** One hour of the day as a column; said in words for whoever does not see it. */
function columnOf(
  { hour, taken, usual }: DanBietNow['load']['hours'][number],
  { most, present }: { readonly most: number; readonly present: number },
  language: Language,
): HTMLElement {
  const words = danBietWords[language];
  const bar = (className: string, count: number): HTMLElement => {
    const element = h('span', { className });
    element.style.height = `${(count / most) * 100}%`;
    return element;
  };
  const isOver = hour <= present;
  const values = { hours: sayHours(hour, language), taken, usual: usual ?? 0 };
  return h(
    'li',
    { className: hour === present ? 'present' : '' },
    h('span', { className: 'said' }, fill(usual === null ? words.hourSaid : words.hourSaidUsual, values)),
    h(
      'span',
      { className: 'bars', aria: { hidden: 'true' } },
      usual === null ? null : bar('usual', usual),
      bar('taken', taken),
      isOver ? h('b', {}, String(taken)) : null,
    ),
    h('span', { aria: { hidden: 'true' } }, `${hour}h`),
  );
}

function loadOf(now: DanBietNow, language: Language): HTMLElement {
  const words = danBietWords[language];
  const { hours, hour: present, weekday } = now.load;
  const most = Math.max(0, ...hours.flatMap(({ taken, usual }) => [taken, usual ?? 0]));
  if (most === 0) return part('load', words.load, h('p', {}, sayLoad(now, language)));
  const hasUsual = hours.some(({ usual }) => usual !== null);
  const key = (className: string, text: string): HTMLElement => h('span', {}, h('i', { className }), text);
  return part(
    'load',
    words.load,
    h('p', {}, sayLoad(now, language)),
    h('ol', {}, ...hours.map((hour) => columnOf(hour, { most, present }, language))),
    h(
      'p',
      { className: 'key', aria: { hidden: 'true' } },
      key('taken', words.taken),
      hasUsual ? key('usual', fill(words.usual, { day: sayDayInside(weekday, language) })) : null,
    ),
  );
}

function satisfactionOf({ satisfaction }: DanBietNow, language: Language): HTMLElement {
  const words = danBietWords[language];
  if (satisfaction === null)
    return part('satisfaction', words.satisfaction, h('p', {}, words.satisfactionUnknown));
  const { percent, rated, days } = satisfaction;
  return part(
    'satisfaction',
    words.satisfaction,
    h('p', {}, h('b', {}, `${percent}%`), ` ${words.satisfied}`),
    h('p', {}, fill(words.ratedBy, { n: number(rated, language), days })),
  );
}

function hoursOf(now: DanBietNow, language: Language): HTMLElement {
  const words = danBietWords[language];
  const lines = sayWeek(now, language);
  if (lines.length === 0) return part('hours', words.hours, h('p', {}, words.always));
  const items = lines.flatMap(([when, what]) => [h('dt', {}, when), h('dd', {}, what)]);
  return part('hours', words.hours, h('dl', {}, ...items));
}

/** Everything that follows the office, in the order in which a phone shows it. Nobody is told a wait while it is closed. */
export const sectionsOf = (now: DanBietNow, language: Language): readonly HTMLElement[] => [
  ...(now.opening.kind === 'open' ? [waitsOf(now, language)] : []),
  loadOf(now, language),
  part('quietest', danBietWords[language].quietest, h('p', {}, sayQuietest(now, language))),
  satisfactionOf(now, language),
  hoursOf(now, language),
];
