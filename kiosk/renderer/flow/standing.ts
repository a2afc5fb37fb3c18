/** What a journey's state means to the page around it. */
import type { View } from '../../../shared/contract/views.ts';
import type { Reserve, State } from './types.ts';

/** Only these have a visit that can be left; a wish under way is better waited for. */
export const canLeave = ({ stage, line }: State): boolean =>
  !['attract', 'closed', 'offline', 'number', 'refused'].includes(stage.at) &&
  (stage.at !== 'issuing' || line !== 'live');

/** Whether the kiosk could be restarted without taking anything from anybody. */
export const isIdle = ({ stage }: State): boolean => ['attract', 'closed', 'offline'].includes(stage.at);

/** Where nobody's visit is under way, and the screen takes touches. */
export const isStart = ({ stage }: State): boolean => stage.at === 'attract' || stage.at === 'closed';

/** What counts as another screen for a finger that is on its way. */
export function screenOf(stage: State['stage']): string {
  if (stage.at === 'fields' && stage.several !== null) return 'several';
  return stage.at === 'mineForget' && stage.sure ? 'mineForget-sure' : stage.at;
}

/** The office as far as the kiosk can speak for it alone: its own numbers are left, and nobody is looked up. */
export const aloneWith = (view: View<'kiosk'>, left: Reserve): View<'kiosk'> => ({
  ...view,
  hasAppointments: false,
  fields: view.fields.map((field) => ({ ...field, left: left.get(field.id) ?? 0 })),
});
