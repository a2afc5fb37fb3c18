import type { View } from '../../shared/contract/views.ts';
import type { Context } from '../usecases/ports.ts';
import type { Floor } from './shared.ts';
import { officeView } from './shared.ts';

/** For a kiosk: the fields to choose from and the wording of the consent. */
export function kioskView({ store, faceSet, previousFaces }: Context, floor: Floor): View<'kiosk'> {
  const consent = store.office.consentText();
  const descriptions = new Map(floor.fields.map(({ id, description }) => [id, description]));
  return {
    office: officeView(floor),
    businessDay: floor.day,
    fields: floor.fieldViews.map((field) => ({
      ...field,
      description: descriptions.get(field.id) ?? { vi: '', en: '' },
      left: null,
    })),
    modelId: faceSet.id,
    opening: { kind: 'open', until: null },
    priorityClasses: [],
    hasAppointments: false,
    // Until the last of its visitors is learnt anew.
    previousModelId: previousFaces?.gallery.size() ? previousFaces.faceSet.id : null,
    dwellMs: store.office.office().dwellMs,
    consent: {
      version: consent.version,
      title: consent.title,
      body: { vi: [...consent.body.vi], en: [...consent.body.en] },
    },
  };
}
