import type { View } from '../../../shared/contract/views.ts';
import { deepen } from '../../../shared/ui/colour.ts';
import type { Call } from '../common/announcements.ts';

export type WallField = View<'wall'>['fields'][number];
type Paint = { readonly name: WallField['name'] | null; readonly colour: string };

/** A call as the wall shows it. */
export type ShownCall = Paint & {
  readonly number: string;
  readonly counterNumber: number;
  readonly state: Call['state'];
};

export type ShownRecent = Paint & { readonly number: string; readonly counterNumber: number };
export type Page<T> = { readonly rows: readonly T[]; readonly number: number; readonly of: number };

export type WallModel = {
  /** The largest on the wall: the call being announced, else the newest one still open. */
  readonly hero: ShownCall | null;
  readonly calls: Page<ShownCall>;
  readonly recent: readonly ShownRecent[];
  readonly fields: Page<WallField>;
  /** Whether pictures have the place of the recent calls, and of some of the lists. */
  readonly hasSlides: boolean;
};

/** How many fit on the wall at once, and how long a page is shown before it turns, ms. */
export const fits = { calls: 6, recent: 5, fields: 10, turnMs: 8_000 } as const;
const fitsBesideSlides = { calls: 4, fields: 5 } as const;

/** Of a field that was removed while its ticket was still open. */
const strangerColour = '#334155';

/**
 * The page of `all` that is due now. Every item comes round, whatever their number.
 * @param now ms; all walls turn their pages together.
 */
export function pageOf<T>(all: readonly T[], size: number, now: number): Page<T> {
  const of = Math.max(1, Math.ceil(all.length / size));
  const index = Math.floor(now / fits.turnMs) % of;
  return { rows: all.slice(index * size, (index + 1) * size), number: index + 1, of };
}

/**
 * What the wall shows of a view.
 * @param announcing the call being announced now.
 * @param now ms by the server's clock.
 */
export function wallModel(view: View<'wall'>, announcing: Call | null, now: number): WallModel {
  const paint = (fieldId: number): Paint => {
    const field = view.fields.find(({ id }) => id === fieldId);
    return { name: field?.name ?? null, colour: deepen(field?.colour ?? strangerColour) };
  };
  const shown = (call: Call): ShownCall => ({
    number: call.number,
    counterNumber: call.counterNumber,
    state: call.state,
    ...paint(call.fieldId),
  });
  const calls = view.calls.toSorted((a, b) => b.announcementId - a.announcementId);
  const hero = announcing ?? calls[0];
  const hasSlides = view.setting.slides && view.media.length > 0;
  const most = hasSlides ? fitsBesideSlides : fits;
  return {
    hero: hero === undefined ? null : shown(hero),
    calls: pageOf(calls.map(shown), most.calls, now),
    recent: view.recent.slice(0, fits.recent).map(({ number, counterNumber, fieldId }) => ({
      number,
      counterNumber,
      ...paint(fieldId),
    })),
    fields: pageOf(view.fields, most.fields, now),
    hasSlides,
  };
}
