/** A finger that rests so long anywhere on the start, ms: a way in that nobody has to see. */
const holdMs = 2_000;
/** A finger that is farther away than this, px, is moving. */
const stillWithin = 40;

/**
 * Calls `start` when a finger has rested on the screen, and when the asterisk of a number pad is pressed.
 * @param applies whether that means something now.
 * @returns the function that ends it.
 */
export function watchForListeners(applies: () => boolean, start: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  const end = (): void => clearTimeout(timer);
  const begin = ({ clientX, clientY }: PointerEvent): void => {
    end();
    from = { x: clientX, y: clientY };
    timer = setTimeout(() => {
      if (applies()) start();
    }, holdMs);
  };
  const move = ({ clientX, clientY }: PointerEvent): void => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > stillWithin) end();
  };
  const key = ({ code }: KeyboardEvent): void => {
    if (code === 'NumpadMultiply' && applies()) start();
  };
  const listeners = [
    ['pointerdown', begin],
    ['pointermove', move],
    ['pointerup', end],
    ['pointercancel', end],
    ['keydown', key],
  ] as const;
  for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener, true);
  return () => {
    end();
    for (const [name, listener] of listeners)
      window.removeEventListener(name, listener as EventListener, true);
  };
}
