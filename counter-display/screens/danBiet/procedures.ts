import type { DanBietProcedures } from '../../../shared/contract/danBiet.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { fold } from '../../../shared/domain/fold.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { sayLimit } from '../../../shared/i18n/limit.ts';
import { danBietWords } from '../../../shared/i18n/screens/danBiet.ts';
import { h } from '../track/dom.ts';

type Field = DanBietProcedures['fields'][number];
type Procedure = Field['procedures'][number];
type Shown = { readonly element: HTMLElement; readonly text: string };
type Group = { readonly element: HTMLDetailsElement; readonly items: readonly Shown[] };

/** What the office does, with what to have ready. */
export type Procedures = {
  readonly element: HTMLElement;
  /** Shows the next field alone, unless somebody reads or searches; for a screen that nobody touches. */
  readonly turn: () => void;
  /** Shows all fields, folded, as whoever can scroll wants it. */
  readonly showAll: () => void;
};

/** One procedure: its name, limit and fee, and by a touch the papers. */
function itemOf({ name, limit, fee, papers }: Procedure, field: Field, language: Language): Shown {
  const words = danBietWords[language];
  const said = limit === null ? words.unknown : sayLimit(limit, language);
  // The office words fees and papers in Vietnamese only.
  const cost = fee === null ? words.unknown : h('span', { lang: 'vi' }, fee);
  const facts = [h('span', {}, fill(words.limit, { limit: said })), h('span', {}, `${words.fee} `, cost)];
  const element = h(
    'details',
    {},
    h('summary', {}, h('span', { className: 'name' }, name[language]), ...facts),
    h('p', {}, papers.length === 0 ? `${words.papers}: ${words.noPapers}.` : `${words.papers}:`),
    h('ul', { lang: 'vi' }, ...papers.map((paper) => h('li', {}, paper))),
  );
  return { element, text: fold(`${name.vi} ${name.en} ${field.name.vi} ${field.name.en}`) };
}

function groupOf(field: Field, language: Language): Group {
  const items = field.procedures.map((procedure) => itemOf(procedure, field, language));
  const element = h(
    'details',
    { className: 'group' },
    h('summary', {}, h('h3', {}, field.name[language])),
    ...items.map((item) => item.element),
  );
  return { element, items };
}

/** Opens what has every word of a query in it; without a query, all fields, folded. @returns how many are found. */
function filter(groups: readonly Group[], query: string): number {
  const wanted = fold(query).split(' ');
  const isAsked = query.trim() !== '';
  let found = 0;
  for (const { element, items } of groups) {
    for (const item of items) item.element.hidden = !wanted.every((word) => item.text.includes(word));
    const shown = items.filter((item) => !item.element.hidden).length;
    element.hidden = shown === 0;
    element.open = isAsked;
    found += shown;
  }
  return found;
}

/** @param query what was being searched for before the page was made anew. */
export function proceduresOf(
  { fields }: DanBietProcedures,
  language: Language,
  { query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void },
): Procedures {
  const words = danBietWords[language];
  const groups = fields.map((field) => groupOf(field, language));
  const said = h('p', { className: 'found', role: 'status' });
  const input = h('input', {
    type: 'search',
    value: query,
    placeholder: words.searchHelp,
    maxLength: 80,
    autocomplete: 'off',
  });
  let paused = false;
  let place = -1;
  const search = (): void => {
    const found = filter(groups, input.value);
    const isAsked = input.value.trim() !== '';
    said.textContent = !isAsked ? '' : found === 0 ? words.foundNone : fill(words.found, { n: found });
  };
  input.addEventListener('input', () => {
    onQuery(input.value);
    search();
  });
  const stop = h('button', { type: 'button', className: 'turning' }, words.pause);
  stop.addEventListener('click', () => {
    paused = !paused;
    stop.textContent = paused ? words.turn : words.pause;
    if (paused) filter(groups, input.value);
  });
  const list = h('div', { className: 'groups' }, ...groups.map((group) => group.element));
  const element = h(
    'section',
    { className: 'part procedures' },
    h('h2', {}, words.procedures),
    h('label', {}, h('span', {}, words.search), input),
    stop,
    said,
    list,
  );
  search();
  return {
    element,
    showAll: search,
    turn: () => {
      const isRead =
        element.contains(document.activeElement) || element.querySelector('.group details[open]');
      if (paused || isRead || input.value.trim() !== '' || groups.length === 0) return;
      // The rest of a field's procedures before the next field's.
      const left = list.scrollHeight - list.scrollTop - list.clientHeight;
      if (place >= 0 && left > 1) return list.scrollBy(0, list.clientHeight);
      place = (place + 1) % groups.length;
      groups.forEach((group, i) => Object.assign(group.element, { hidden: i !== place, open: i === place }));
      return list.scrollTo(0, 0);
    },
  };
}
