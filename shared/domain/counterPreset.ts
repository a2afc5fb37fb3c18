/** A field and how much work it is expected to bring, in any unit. */
export type Load<Id> = { readonly id: Id; readonly load: number };

/**
 * Which fields each of so many counters serves, so that all are about as busy: the heaviest field goes first to whichever
 * counter has least. Every field is served somewhere and every counter serves something; where there are more counters
 * than fields, those that are busiest for one counter get a second one.
 * @returns a list of fields for each counter, in the order in which the fields were given; all empty without fields.
 */
export function distribute<Id>(fields: readonly Load<Id>[], counters: number): readonly (readonly Id[])[] {
  const groups = Array.from({ length: Math.min(counters, fields.length) }, () => ({
    fields: [] as Load<Id>[],
    load: 0,
    counters: 1,
  }));
  for (const field of fields.toSorted((a, b) => b.load - a.load)) {
    // An empty counter before any other, also where fields bring no work.
    const [least] = groups.toSorted(
      (a, b) => Math.sign(a.fields.length) - Math.sign(b.fields.length) || a.load - b.load,
    );
    least?.fields.push(field);
    if (least !== undefined) least.load += field.load;
  }
  const perCounter = ({ load, counters: n }: (typeof groups)[number]): number => load / n;
  for (let left = counters - groups.length; left > 0 && groups.length > 0; left--) {
    const busiest = groups.reduce((a, b) => (perCounter(b) > perCounter(a) ? b : a));
    busiest.counters += 1;
  }
  const placeOf = new Map(fields.map(({ id }, place) => [id, place]));
  const place = ({ id }: Load<Id>): number => placeOf.get(id) ?? 0;
  const inOrder = groups
    .map((group) => ({ ...group, fields: group.fields.toSorted((a, b) => place(a) - place(b)) }))
    .toSorted((a, b) => Math.min(...a.fields.map(place)) - Math.min(...b.fields.map(place)));
  const served = inOrder.flatMap((group) =>
    Array.from({ length: group.counters }, () => group.fields.map(({ id }) => id)),
  );
  return served.length === 0 ? Array.from({ length: counters }, () => []) : served;
}
