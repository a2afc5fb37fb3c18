import type { Language } from '../../../shared/contract/schemas.ts';
import { ratingWords } from '../../../shared/i18n/screens/rating.ts';
import { facePathOf } from '../common/faces.ts';
import type { Rated, RatingForm } from '../common/rated.ts';
import { isAskedWhy, ratedWhy } from '../common/rated.ts';
import { h } from './dom.ts';

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

/**
 * The question after a service: one touch for the satisfied, reasons and a remark for the others.
 * @param onRated is told of one answer at a time: what is touched while it is under way does nothing.
 */
export function ratingForm(
  form: RatingForm,
  language: Language,
  onRated: (rated: Rated) => Promise<void>,
): HTMLElement {
  const words = ratingWords[language];
  const box = h('section', { className: 'rate' });
  let isUnderWay = false;
  const give = async (rated: Rated): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    await onRated(rated);
    isUnderWay = false;
  };
  const why = (level: number): void => {
    const boxes = form.reasons.map(({ code, name }) => ({
      code,
      input: h('input', { type: 'checkbox' }),
      name: name[language],
    }));
    const remark = h('textarea', { maxLength: 500, rows: 3 });
    const submit = (event: Event): void => {
      event.preventDefault();
      const reasons = boxes.filter(({ input }) => input.checked).map(({ code }) => code);
      void give(ratedWhy(level, reasons, remark.value));
    };
    box.replaceChildren(
      h(
        'form',
        { onsubmit: submit },
        h('h2', { tabIndex: -1 }, words.why),
        ...boxes.map(({ input, name }) => h('label', {}, input, name)),
        h('label', { className: 'remark' }, words.remark, remark),
        h('button', { type: 'submit', className: 'main' }, words.send),
      ),
    );
    // The button that was pressed is gone: whoever goes by keyboard or hears the page goes on from here.
    box.querySelector('h2')?.focus();
  };
  box.replaceChildren(
    h('h2', {}, words.rate),
    ...form.levels.map(({ level, name }) =>
      h(
        'button',
        {
          type: 'button',
          className: 'level',
          onclick: () =>
            isAskedWhy(form, level) ? why(level) : void give({ level, reasons: [], remark: null }),
        },
        faceOf(level),
        name[language],
      ),
    ),
  );
  return box;
}
