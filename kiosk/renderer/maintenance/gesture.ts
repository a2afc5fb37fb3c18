const taps = 7;
const withinMs = 5_000;
/** Side of the square in the upper left corner, in parts of the screen's shorter side. */
const corner = 0.12;

/**
 * Calls `open` after seven quick touches of the upper left corner: nothing is there to see or to hit by accident.
 * @returns the function that ends it.
 */
export function watchGesture(open: () => void): () => void {
  let times: number[] = [];
  const touch = ({ clientX, clientY, timeStamp }: PointerEvent): void => {
    const side = corner * Math.min(window.innerWidth, window.innerHeight);
    const inCorner = clientX < side && clientY < side;
    times = inCorner ? [...times.filter((at) => timeStamp - at < withinMs), timeStamp] : [];
    if (times.length < taps) return;
    times = [];
    open();
  };
  window.addEventListener('pointerdown', touch, true);
  return () => window.removeEventListener('pointerdown', touch, true);
}
