/** What of a screen is said: its heading, what happened and what to do. Names and what is typed never are. */
const spoken = 'h1, .subtitle, .note, output, [role="status"], [role="alert"], [data-say]';

/**
 * An element as it is said. `data-said` says something else instead; left empty, nothing, since it is the visitor's own.
 */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement) || node.ariaHidden === 'true') return '';
  const instead = node.dataset['said'];
  return instead ?? [...node.childNodes].map(textOf).join(' ');
}

const plain = (text: string): string => text.replaceAll(/[\s\u200B\u00AD]+/gu, ' ').trim();

/** What is said of a screen, line by line, in the order in which it is read. */
export function linesOf(screen: Element): string[] {
  const found = [...screen.querySelectorAll(spoken)];
  const outermost = found.filter(
    (one) =>
      one.closest('button, [aria-hidden="true"]') === null &&
      !found.includes(nearest(one) ?? one.ownerDocument.body),
  );
  return outermost.map((one) => plain(textOf(one))).filter((line) => line !== '');
}

const nearest = (one: Element): Element | null => one.parentElement?.closest(spoken) ?? null;

/** A choice as it is said; empty for one that is not spoken of. */
export const labelOf = (choice: HTMLElement): string =>
  plain(choice.dataset['said'] ?? choice.ariaLabel ?? textOf(choice));

/** What can be chosen without seeing it, in order. While a new screen settles, nothing. */
export const choicesOf = (frame: Element): HTMLButtonElement[] =>
  [
    ...frame.querySelectorAll<HTMLButtonElement>('main:not([inert]) button:enabled, footer button:enabled'),
  ].filter((one) => labelOf(one) !== '');
