import type { Refused } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { assistantUseCases } from './assistant.ts';
import { appointmentUseCases } from './appointments.ts';
import { danBietUseCases } from './danBiet.ts';
import { deskUseCases } from './desks.ts';
import { dossierUseCases } from './dossiers.ts';
import { floorUseCases } from './floor.ts';
import { deviceUseCases } from './deviceHealth.ts';
import { visitorUseCases } from './faces.ts';
import { duplicateUseCases } from './mergeVisitors.ts';
import { integrationUseCases } from './integration.ts';
import { keepingUseCases } from './keeping.ts';
import { officeUseCases } from './manage.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { privacyUseCases } from './privacy.ts';
import { publicScreenUseCases } from './publicScreens.ts';
import { reportUseCases } from './reports.ts';
import { reserveUseCases } from './reserve.ts';
import { setUpUseCases } from './setUp.ts';
import { textUseCases } from './texts.ts';
import { ticketUseCases } from './tickets.ts';
import { visitorSaysUseCases } from './visitorSays.ts';

/** Does one request: synchronous, inside the transaction that `perform` opens. */
export type UseCase<N extends RequestName> = (
  context: TransactionContext,
  input: ParsedInput<N>,
  caller: Caller,
) => Result<RequestOutput<N>, Refused>;

export type UseCases<K extends RequestName> = { readonly [N in K]: UseCase<N> };

/** Every request of the contract has its use case. */
export const useCases: UseCases<RequestName> = {
  ...visitorUseCases,
  ...duplicateUseCases,
  ...ticketUseCases,
  ...deskUseCases,
  ...floorUseCases,
  ...appointmentUseCases,
  ...dossierUseCases,
  ...officeUseCases,
  ...setUpUseCases,
  ...publicScreenUseCases,
  ...visitorSaysUseCases,
  ...reportUseCases,
  ...danBietUseCases,
  ...deviceUseCases,
  ...privacyUseCases,
  ...integrationUseCases,
  ...textUseCases,
  ...reserveUseCases,
  ...keepingUseCases,
  ...assistantUseCases,
};
