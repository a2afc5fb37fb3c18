import type { DossierPaper } from '../../shared/contract/views/dossier.ts';
import { dossierUrlOf, namedDossier } from './dossierFacts.ts';
import type { DossierId } from './dossierStore.ts';
import type { Caller, Context } from './ports.ts';

/** What is printed of a dossier for its visitor; the name of a known one is opened for whoever prints. */
export function dossierPaperOf(context: Context, id: DossierId, caller: Caller): DossierPaper {
  const { store } = context;
  const dossier = store.dossiers.find(id);
  if (dossier === null) throw new Error('a paper of a dossier that is not there');
  const procedure = store.office.everyProcedure().find(({ key }) => key === dossier.procedureKey);
  const [last] = store.dossiers.steps(id);
  const officer = caller.kind === 'officer' ? store.officers.find(caller.officerId) : null;
  return {
    ...namedDossier(dossier, () => procedure?.name),
    papers: [...(procedure?.papers ?? [])],
    name: dossier.visitorId && (store.visitors.find(dossier.visitorId)?.name ?? null),
    text: last?.text ?? null,
    officerName: officer?.name ?? '',
    statusUrl: dossierUrlOf(context, id),
  };
}
