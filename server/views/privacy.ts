import type { View } from '../../shared/contract/views.ts';
import type { DataRequestView } from '../../shared/contract/views/privacy.ts';
import { breachMs, deadlinesOf } from '../../shared/domain/dataRequest.ts';
import type { Hours } from '../../shared/domain/hours.ts';
import { maskedNameOf } from '../usecases/facesGreet.ts';
import type { Context } from '../usecases/ports.ts';
import type { DataRequest } from '../usecases/privacyStore.ts';
import type { Visitor } from '../usecases/records.ts';

/** How many that are closed are still shown. */
const closedMost = 50;

const personView = ({ name, birthYear, idLast4, factsFrom }: Visitor): DataRequestView['person'] => ({
  maskedName: maskedNameOf(name),
  birthYear,
  idLast4,
  factsFrom,
});

function requestView({ store }: Context, hours: Hours, request: DataRequest): DataRequestView {
  const { visitorId, ...shown } = request;
  const visitor = visitorId && store.visitors.find(visitorId);
  return {
    ...shown,
    ...deadlinesOf(request.kind, request.receivedOn, hours),
    person: visitor ? personView(visitor) : null,
  };
}

/** What has to be done next about it, and by when; days sort as text. */
const nextDay = ({ acknowledgedAt, acknowledgeBy, dueOn }: DataRequestView): string =>
  acknowledgedAt === null ? acknowledgeBy : dueOn;

/** What the office answers for about personal data. */
export function privacyView(context: Context): View<'manage'>['privacy'] {
  const { store } = context;
  const hours = store.office.hours();
  const view = (request: DataRequest): DataRequestView => requestView(context, hours, request);
  const { version } = store.office.consentText();
  const consents = store.consents.count(version);
  return {
    requests: [
      ...store.dataRequests
        .open()
        .map(view)
        .sort((one, other) => (nextDay(one) < nextDay(other) ? -1 : 1)),
      ...store.dataRequests.closed(closedMost).map(view),
    ],
    breaches: store.breaches.all().map((breach) => ({ ...breach, reportBy: breach.noticedAt + breachMs })),
    record: {
      consentVersion: version,
      consentsCurrent: consents.current,
      consentsOlder: consents.older,
      withdrawn: consents.withdrawn,
      visits: store.kept.visitCount(),
    },
  };
}
