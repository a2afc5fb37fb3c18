import type { View } from '../../shared/contract/views.ts';
import { areFacesLoaded } from '../usecases/facesMatch.ts';
import type { Context } from '../usecases/ports.ts';
import type { Field } from '../usecases/records.ts';
import { ownMachine } from '../usecases/publicStore.ts';
import type { Floor } from './shared.ts';
import { officeView } from './shared.ts';

/** How many numbers of a field are left today; null if there is no end to them. */
function leftOf({ store }: Context, { day }: Floor, { id, dailyQuota }: Field): number | null {
  return dailyQuota === null ? null : Math.max(0, dailyQuota - store.tickets.countGiven(id, day));
}

/** More would not fit on the paper. */
const proceduresOfField = 2;

/** Whether the kiosk has a printer of its own, and whether that works. @param deviceId null for the one here. */
export function printerOf({ printers }: Context, deviceId: number | null): View<'kiosk'>['printer'] {
  const state = printers.stateOf(deviceId ?? ownMachine);
  if (state === null) return 'none';
  return state === 'ready' ? 'ready' : 'trouble';
}

/** For a kiosk: whether numbers are given, the fields to choose from and the wording of the consent. */
export function kioskView(context: Context, floor: Floor, deviceId: number | null): View<'kiosk'> {
  const { store, faceSet, previousFaces } = context;
  const consent = store.office.consentText();
  const { phoneNotice: _, ...texts } = store.texts.all();
  const fields = new Map(floor.fields.map((field) => [field.id, field]));
  return {
    office: officeView(floor),
    businessDay: floor.day,
    fields: floor.fieldViews.map((view) => {
      const field = fields.get(view.id);
      return {
        ...view,
        description: field?.description ?? { vi: '', en: '' },
        left: field === undefined ? null : leftOf(context, floor, field),
      };
    }),
    papers: store.office.mostAsked(proceduresOfField).map((item) => ({ ...item, papers: [...item.papers] })),
    printer: printerOf(context, deviceId),
    modelId: faceSet.id,
    opening: floor.opening,
    priorityClasses: store.office
      .priorityClasses()
      .filter(({ asked }) => asked)
      .map(({ code, name }) => ({ code, name })),
    texts,
    wish: floor.devices().wishOf('kiosk', deviceId),
    hasAppointments: store.appointments.expected(floor.day, 1).length > 0,
    // Until the last of its visitors is learnt anew.
    previousModelId:
      previousFaces?.isLoaded() === false || previousFaces?.gallery.size() ? previousFaces.faceSet.id : null,
    recognises: areFacesLoaded(context),
    speaks: [...context.wallMaterial.voice().made],
    dwellMs: floor.office.dwellMs,
    consent: {
      version: consent.version,
      title: consent.title,
      body: { vi: [...consent.body.vi], en: [...consent.body.en] },
    },
  };
}
