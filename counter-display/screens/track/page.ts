import { danBietPaths } from '../../../shared/contract/danBietPaths.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { tellAhead } from '../../../shared/domain/ahead.ts';
import { trackWords } from '../../../shared/i18n/screens/track.ts';
import { h } from './dom.ts';
import { shownOf } from './model.ts';
import type { Offer } from './push/offer.ts';

export type Actions = {
  readonly switchLanguage: () => void;
  readonly ringAllowed: boolean;
  readonly allowRing: () => void;
  readonly push: Offer;
  readonly togglePush: () => void;
  /** Whether the question about giving the place up is open. */
  readonly asksToCancel: boolean;
  readonly askToCancel: (asks: boolean) => void;
  readonly cancel: () => void;
};

/** The button that gives the place up, with its question in the page: phones hide pop-ups. */
function cancelling(number: string, language: Language, actions: Actions): HTMLElement {
  const words = trackWords[language];
  const { asksToCancel, askToCancel, cancel } = actions;
  const button = (className: string, onclick: () => void, label: string): HTMLElement =>
    h('button', { type: 'button', className, onclick }, label);
  return asksToCancel
    ? h(
        'div',
        { className: 'cancel' },
        h('p', { role: 'alert' }, fill(words.cancelSure, { number })),
        button('main', () => askToCancel(false), words.cancelNo),
        button('plain', cancel, words.cancelYes),
      )
    : h(
        'div',
        { className: 'cancel' },
        button('plain', () => askToCancel(true), words.cancel),
      );
}

/** Being told by push: the way there and back, or why there is none. */
function pushing(language: Language, { push, togglePush }: Actions): HTMLElement | null {
  const words = trackWords[language];
  if (push === null) return null;
  if (push === 'blocked') return h('p', {}, words.pushBlocked);
  const button = h(
    'button',
    { type: 'button', className: 'plain', onclick: togglePush },
    fill(push === 'on' ? words.pushOn : words.push, { n: tellAhead }),
  );
  return push === 'failed'
    ? h('div', { className: 'push' }, h('p', { role: 'alert' }, words.pushFailed), button)
    : button;
}

/** The whole page for a view, but for the rating, which comes under it. */
export function pageOf(view: View<'track'>, language: Language, actions: Actions): HTMLElement {
  const words = trackWords[language];
  const shown = shownOf(view, language);
  const open = shown.mood !== 'over';
  return h(
    'main',
    { className: `page ${shown.mood}` },
    h(
      'header',
      {},
      h('span', {}, view.office.name[language]),
      h(
        'button',
        { type: 'button', className: 'plain', onclick: actions.switchLanguage },
        words.otherLanguage,
      ),
    ),
    h('p', { className: 'label' }, words.yourNumber),
    h('p', { className: 'number' }, view.number),
    h('p', { className: 'field' }, view.field.name[language]),
    h(
      'div',
      { className: 'say', aria: { live: shown.mood === 'call' ? 'assertive' : 'polite' } },
      h('h1', {}, shown.headline),
      shown.counter === null
        ? null
        : h('p', { className: 'counter' }, fill(words.counter, { n: shown.counter })),
      ...shown.lines.map((line) => h('p', {}, line)),
    ),
    open && view.state.kind === 'waiting'
      ? h(
          'button',
          {
            type: 'button',
            className: actions.ringAllowed ? 'plain' : 'main',
            disabled: actions.ringAllowed,
            onclick: actions.allowRing,
          },
          actions.ringAllowed ? words.bellOn : words.bell,
        )
      : null,
    pushing(language, actions),
    view.notice === null
      ? null
      : h(
          'p',
          // In Vietnamese where nobody has put it into English.
          { className: 'notice', lang: view.notice[language] === '' ? 'vi' : language },
          view.notice[language] || view.notice.vi,
        ),
    // Nothing leads away from a call.
    view.danBiet && shown.mood !== 'call'
      ? h('a', { href: danBietPaths.page, className: 'about' }, words.danBiet)
      : null,
    shown.mayCancel ? cancelling(view.number, language, actions) : null,
  );
}
