import type { KeptData } from '../../shared/contract/views/privacy.ts';
import type { Context } from './ports.ts';
import type { Visitor } from './records.ts';

/** As many of each as can be read and printed. */
const most = 100;

/** Everything kept of a person, for the person to read. */
export function keptDataOf({ store }: Pick<Context, 'store'>, visitor: Visitor): KeptData {
  const { id, name, birthYear, birthDate, idLast4, factsFrom, registeredAt } = visitor;
  const { version } = store.office.consentText();
  const consents = store.consents.of(id).slice(0, most);
  return {
    name,
    birthYear,
    birthDate,
    idLast4,
    factsFrom,
    registeredAt,
    templates: store.kept.templates(id).slice(0, most),
    visits: [...store.kept.visits(id, most)],
    visitCount: store.tickets.visits(id),
    consents: consents.map((consent) => ({ ...consent, current: consent.version === version })),
    appointments: [...store.kept.appointments(id, most)],
    requests: store.dataRequests
      .of(id)
      .slice(0, most)
      .map(({ kind, receivedOn, closedAt }) => ({ kind, receivedOn, closedAt })),
  };
}
