import type { Screen } from '../../../shared/contract/protocol.ts';
import type { Link } from '../../../shared/link/link.ts';

const patienceMs = 1_000;

/**
 * Waits until the link shows something else than it does now, at most a second. What a request has changed is on the
 * screen only with the view after its answer; till then the next press would be meant for what is still shown.
 * @param before what was shown when the request was sent.
 */
export async function viewAfter<S extends Screen>(
  link: Link<S>,
  before: ReturnType<Link<S>['state']>,
): Promise<void> {
  if (link.state() !== before) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = link.subscribe(() => done());
    const timer = setTimeout(() => done(), patienceMs);
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
  });
}
