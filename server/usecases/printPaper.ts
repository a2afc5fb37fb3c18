import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { ParsedInput, RequestOutput } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Caller, TransactionContext } from './ports.ts';
import { ownMachine } from './publicStore.ts';

/** The bytes of a base64 text that the contract has checked. */
export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/**
 * Has a ticket printed on the kiosk's own printer. The answer means that it was handed over, which is done once for each
 * request; whether paper came out is told by the printer's state, since the visitor is not kept waiting for it.
 */
export function printPaper(
  { store, printers, afterCommit }: TransactionContext,
  { ticketId, picture }: ParsedInput<'paper:print'>,
  caller: Caller,
): Result<RequestOutput<'paper:print'>, Refused> {
  const kiosk = (caller.kind === 'device' ? caller.deviceId : null) ?? ownMachine;
  if (store.tickets.find(ticketId) === null) return err(refuse('unknownTicket'));
  if (printers.stateOf(kiosk) === null) return err(refuse('noPrinter'));
  const { width, height, bits } = picture;
  afterCommit(() => {
    // Why it failed is logged where printers are watched.
    printers.print(kiosk, { width, height, bits: bytesOf(bits) }).catch(() => undefined);
  });
  return ok({});
}
