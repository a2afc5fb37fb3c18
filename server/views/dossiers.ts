import type { View } from '../../shared/contract/views.ts';
import { letterKinds } from '../../shared/domain/letter.ts';
import { clockOf } from '../usecases/dossierFacts.ts';
import { wordingOf } from '../usecases/letters.ts';
import type { Context } from '../usecases/ports.ts';

/** How many dossiers wait for what, and how codes and letters are made. */
export function dossiersView(context: Context): View<'manage'>['dossiers'] {
  const { dossiers } = context.store;
  const clock = clockOf(context);
  return {
    figures: {
      open: dossiers.count('open', clock),
      dueSoon: dossiers.count('dueSoon', clock),
      overdue: dossiers.count('overdue', clock),
      supplement: dossiers.count('supplement', clock),
      ready: dossiers.count('ready', clock),
    },
    setting: dossiers.setting(),
    templates: letterKinds.map((kind) => ({ kind, ...wordingOf(context, kind) })),
  };
}
