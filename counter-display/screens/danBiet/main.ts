import type { Language } from '../../../shared/contract/schemas.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { danBietWords } from '../../../shared/i18n/screens/danBiet.ts';
import { sayTime } from '../../../shared/i18n/time.ts';
import { h } from '../track/dom.ts';
import type { Figures } from './figures.ts';
import { fetchFigures } from './figures.ts';
import type { Procedures } from './procedures.ts';
import { proceduresOf } from './procedures.ts';
import { headOf, sectionsOf } from './sections.ts';
import '../../../shared/ui/fonts.ts';
import './danBiet.css';
import './hall.css';

/** How often the office is asked how it is. */
const everyMs = 30_000;
/** How long a screen that nobody touches shows one field's procedures. */
const turnMs = 15_000;

const root = document.getElementById('root') ?? document.body;
/** A screen in a hall fills its panel; a browser's window has bars above it and is not so high. */
const lobby = window.matchMedia('(min-width: 1000px) and (min-height: 1000px)');
/** Of this phone or computer; a hall's screen begins in Vietnamese whatever its machine speaks. */
let language: Language = lobby.matches || navigator.language.startsWith('vi') ? 'vi' : 'en';
let figures: Figures | null = null;
/** When the figures came, by this machine's clock. */
let cameAt = 0;
let isCut = false;
let query = '';
/** Kept while the figures change, so that what somebody reads or types stays where it is. */
let procedures: { readonly key: string; readonly shown: Procedures } | null = null;

function switchLanguage(): void {
  language = language === 'vi' ? 'en' : 'vi';
  draw();
}

function proceduresNow({ procedures: wanted }: Extract<Figures, { now: unknown }>): Procedures {
  const key = language + JSON.stringify(wanted);
  if (procedures?.key !== key) {
    const onQuery = (next: string): void => {
      query = next;
    };
    procedures = { key, shown: proceduresOf(wanted, language, { query, onQuery }) };
    if (lobby.matches) procedures.shown.turn();
  }
  return procedures.shown;
}

function band(): HTMLElement | null {
  const words = danBietWords[language];
  if (!isCut) return null;
  const timeZone = figures !== null && 'now' in figures ? figures.now.office.timeZone : undefined;
  const text =
    timeZone === undefined ? words.cutAtFirst : fill(words.cut, { time: sayTime(cameAt, timeZone) });
  return h('p', { className: 'band', role: 'alert' }, text);
}

function message(title: string, more: string): HTMLElement {
  return h('main', { className: 'message' }, h('h1', {}, title), h('p', {}, more));
}

/** Puts new parts in the place of old ones; what stays the same node keeps its focus and its place. */
function draw(): void {
  const words = danBietWords[language];
  document.documentElement.lang = language;
  if (figures === null) return root.replaceChildren(band() ?? h('p', { role: 'status' }, words.loading));
  if ('off' in figures) return root.replaceChildren(message(words.isOff, words.isOffMore));
  document.title = `${words.title} · ${figures.now.office.name[language]}`;
  const shown = proceduresNow(figures);
  const isInHead = document.activeElement?.closest('.head') !== null;
  const main = shown.element.closest('main') ?? h('main', { className: 'page' }, shown.element);
  for (const child of main.querySelectorAll(':scope > *')) if (child !== shown.element) child.remove();
  shown.element.before(
    ...[band(), headOf(figures.now, language, switchLanguage), ...sectionsOf(figures.now, language)].filter(
      (one) => one !== null,
    ),
  );
  if (main.parentElement !== root) root.replaceChildren(main);
  if (isInHead) main.querySelector<HTMLElement>('.head button')?.focus();
}

async function update(): Promise<void> {
  try {
    figures = await fetchFigures();
    cameAt = Date.now();
    isCut = false;
  } catch {
    isCut = true;
  }
  draw();
}

draw();
void update();
setInterval(() => {
  // Pages in the background ask again when they are looked at.
  if (!document.hidden) void update();
}, everyMs);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void update();
});
setInterval(() => {
  if (lobby.matches) procedures?.shown.turn();
}, turnMs);
lobby.addEventListener('change', () => {
  if (lobby.matches) procedures?.shown.turn();
  else procedures?.shown.showAll();
});
