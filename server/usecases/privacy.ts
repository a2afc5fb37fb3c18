import type { privacyRequests } from '../../shared/contract/requests/privacy.ts';
import { breachUseCases } from './breaches.ts';
import { dataRequestUseCases } from './dataRequests.ts';
import { findPerson } from './findPerson.ts';
import { mineUseCases } from './mine.ts';
import type { UseCases } from './table.ts';

/** Every request about personal data. */
export const privacyUseCases: UseCases<keyof typeof privacyRequests> = {
  ...mineUseCases,
  ...dataRequestUseCases,
  ...breachUseCases,
  'person:find': findPerson,
};
