import type { Language } from '../../../shared/contract/schemas.ts';
import type { RequestInput } from '../../../shared/contract/requests.ts';
import type { View } from '../../../shared/contract/views.ts';
import { trackWords } from '../../../shared/i18n/screens/track.ts';
import { facePathOf } from '../common/faces.ts';
import { h } from './dom.ts';

type Form = NonNullable<Extract<View<'track'>['state'], { kind: 'done' }>['rating']>;
export type Rated = Pick<RequestInput<'rating:give'>, 'level' | 'reasons' | 'remark'>;

/** Beside the words, which say what it means, since faces are read differently. */
function faceOf(level: number): Element {
  const make = (name: string, attributes: Readonly<Record<string, string>>): Element => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = make('svg', { viewBox: '0 0 48 48', 'aria-hidden': 'true' });
  svg.append(make('path', { d: facePathOf(level) }));
  return svg;
}

/** The question after a service: one touch for the satisfied, reasons and a remark for the others. */
export function ratingForm(form: Form, language: Language, onRated: (rated: Rated) => void): HTMLElement {
  const words = trackWords[language];
  const box = h('section', { className: 'rate' });
  const ask = (): void =>
    box.replaceChildren(
      h('h2', {}, words.rate),
      ...form.levels.map(({ level, name }) =>
        h(
          'button',
          {
            type: 'button',
            className: 'level',
            onclick: () =>
              level < form.askReasonsBelow ? why(level) : onRated({ level, reasons: [], remark: null }),
          },
          faceOf(level),
          name[language],
        ),
      ),
    );
  const why = (level: number): void => {
    const boxes = form.reasons.map(({ code, name }) => ({
      code,
      input: h('input', { type: 'checkbox' }),
      name: name[language],
    }));
    const remark = h('textarea', { maxLength: 500, rows: 3 });
    const submit = (event: Event): void => {
      event.preventDefault();
      const text = remark.value.trim();
      onRated({
        level,
        reasons: boxes.filter(({ input }) => input.checked).map(({ code }) => code),
        remark: text === '' ? null : text,
      });
    };
    box.replaceChildren(
      h(
        'form',
        { onsubmit: submit },
        h('h2', {}, words.why),
        ...boxes.map(({ input, name }) => h('label', {}, input, name)),
        h('label', { className: 'remark' }, words.remark, remark),
        h('button', { type: 'submit', className: 'main' }, words.send),
      ),
    );
  };
  ask();
  return box;
}
