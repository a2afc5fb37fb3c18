import type { Refused } from '../../shared/contract/problems.ts';
import { refuse } from '../../shared/contract/problems.ts';
import type { RequestOutput } from '../../shared/contract/requests.ts';
import type { VisitorId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { TransactionContext, Vault } from './ports.ts';
import { visitorsIn } from './visitorRef.ts';

const refsIn = /"(?:visitorRef|questionRef|mineRef)":"([\w-]+)"/gu;

/** Whether an answer that was given holds a reference to one of these. */
const isAbout =
  (vault: Vault, ids: ReadonlySet<VisitorId>) =>
  (answer: string): boolean =>
    [...answer.matchAll(refsIn)].some(([, ref = '']) => visitorsIn(vault, ref).some((id) => ids.has(id)));

/** Takes the faces of these out of memory: out of both galleries, and what is kept until a visit is confirmed. */
export function forgetFaces(
  { gallery, previousFaces, faceMemory, vault }: TransactionContext,
  ids: ReadonlySet<VisitorId>,
): void {
  for (const id of ids) {
    gallery.replace(id, []);
    previousFaces?.gallery.replace(id, []);
  }
  faceMemory.forgetProbesIf((ref) => visitorsIn(vault, ref).some((id) => ids.has(id)));
}

/**
 * Erases people for good: faces, names and all they told, what was noted about them, and what kiosks were told of them.
 * Their tickets stay, without them. On disk nothing of them is left when `perform` returns; backups follow in the next
 * night.
 */
export function erasePeople(context: TransactionContext, ids: ReadonlySet<VisitorId>): void {
  const { store, vault, now, afterCommit } = context;
  for (const id of ids) store.erasure.erase(id, now());
  store.erasure.forgetAnswers(isAbout(vault, ids));
  afterCommit(() => {
    forgetFaces(context, ids);
    store.appointments.forgetOpenedNames();
    store.erasure.emptyLog();
  });
}

/** Erases one visitor; see `erasePeople`. Refuses ids of nobody. */
export function eraseVisitor(
  context: TransactionContext,
  { visitorId }: { readonly visitorId: VisitorId },
): Result<RequestOutput<'visitor:erase'>, Refused> {
  if (context.store.visitors.find(visitorId) === null) return err(refuse('unknownVisitor'));
  erasePeople(context, new Set([visitorId]));
  return ok({});
}
