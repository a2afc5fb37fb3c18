/** As many as the contract takes. */
export const mostLegs = 4;

/** The list with one entry moved by one place; the first cannot go up, nor the last down. */
export function moveLeg(legs: readonly number[], index: number, by: -1 | 1): readonly number[] {
  const moved = legs[index];
  const other = legs[index + by];
  if (moved === undefined || other === undefined) return legs;
  return legs.map((leg, at) => (at === index ? other : at === index + by ? moved : leg));
}
