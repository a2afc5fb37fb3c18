import type { Issued } from '../../../shared/contract/requests.ts';
import type { OwnTicket } from '../../../shared/contract/requests/reserve.ts';
import type { Language } from '../../../shared/contract/schemas.ts';

/** What the paper of a number is made of, beside the office's facts. */
export type Slip = {
  readonly ticket: Issued | OwnTicket;
  /** Code of the class the visitor declared to be of. */
  readonly priority: string | null;
  readonly language: Language;
};
/** What became of a paper. `none`: nothing prints at this kiosk. */
export type Printed = 'printed' | 'trouble' | 'none';
