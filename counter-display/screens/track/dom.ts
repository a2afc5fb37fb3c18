/** The page is made without a framework: it has to load quickly on an old phone in a poor network. */
type Child = Node | string | null;

type Props<E extends HTMLElement> = Partial<Omit<E, 'style' | 'children'>> & {
  readonly aria?: Readonly<Record<string, string>>;
};

/** Makes an element with properties, `aria-…` attributes and children; null children are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { aria = {}, ...props }: Props<HTMLElementTagNameMap[K]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  Object.assign(element, props);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}
