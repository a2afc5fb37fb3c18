import type { Screen } from '../../shared/contract/protocol.ts';
import type { RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { requests } from '../../shared/contract/requests.ts';
import type { View } from '../../shared/contract/views.ts';
import { asker } from '../../shared/link/ask.ts';
import type { Send, Sendable } from '../../shared/link/ask.ts';
import { wholeContract } from '../../shared/link/contract.ts';
import type { LinkOptions } from '../../shared/link/link.ts';
import { openLink } from '../../shared/link/link.ts';
import { comesTrue, openDisplay } from '../faults/displays.ts';

/** What was asked in all, and what was answered. */
export type Tally = {
  /** By request, or by request and refusal. */
  readonly counts: Map<string, number>;
  /** What must not happen. */
  readonly faults: string[];
};

/** A screen of the office, whichever it is. */
export type Station<S extends Screen = Screen> = {
  readonly name: string;
  readonly view: () => View<S>;
  /** What comes of a request; null if it is refused, which is counted. */
  readonly ask: <N extends RequestName>(name: N, input: Sendable<N>) => Promise<RequestOutput<N> | null>;
  readonly close: () => void;
};

const patienceMs = 20_000;

export const count = (tally: Tally, what: string): void =>
  void tally.counts.set(what, (tally.counts.get(what) ?? 0) + 1);

/** @param isGone whether somebody has closed the page meanwhile, as phones are put away: it hears of nothing more. */
const asking =
  (tally: Tally, send: Send, isGone: () => boolean = () => false): Station['ask'] =>
  async (name, input) => {
    const reply = await send(name, input, { patienceMs });
    if (reply.ok) {
      count(tally, name);
      return reply.value;
    }
    const { problem } = reply;
    if (problem.kind === 'refused') count(tally, `${name}: ${problem.code}`);
    else if (problem.kind === 'offline' && isGone()) count(tally, `${name}: closed`);
    else tally.faults.push(`${name} was answered ${JSON.stringify(problem)}`);
    return null;
  };

async function shown(name: string, isSo: () => boolean): Promise<void> {
  if (!(await comesTrue(isSo, patienceMs))) throw new Error(`no view came to the ${name}`);
}

/** A screen without a session, on the product's own link. */
export async function openStation<S extends 'kiosk' | 'wall' | 'counter' | 'track'>(
  tally: Tally,
  screen: S,
  options: LinkOptions & { readonly url: string },
): Promise<Station<S>> {
  const link = openLink(screen, wholeContract(screen), options);
  const name = `${screen} ${options.counterNumber ?? ''}`.trim();
  const latest = (): View<S> | null => {
    const state = link.state();
    return state.kind === 'live' || state.kind === 'cut' ? (state.view?.data ?? null) : null;
  };
  await shown(name, () => latest() !== null || link.state().kind === 'turnedAway');
  let isGone = false;
  return {
    name,
    view: () => {
      const view = latest();
      if (view === null) throw new Error(`the ${name} is ${JSON.stringify(link.state())}`);
      return view;
    },
    ask: asking(tally, link.send, () => isGone),
    close: () => {
      isGone = true;
      link.close();
    },
  };
}

/** A console, or Manage: known by its session's cookie, which outside a browser the product's link has no place for. */
export async function openConsole<S extends 'officer' | 'manage'>(
  tally: Tally,
  screen: S,
  { url, cookie, login }: { readonly url: string; readonly cookie: string; readonly login: string },
): Promise<Station<S>> {
  const display = openDisplay(url, { screen }, { cookie });
  const name = `${screen} ${login}`;
  await shown(name, () => display.latest() !== null);
  return {
    name,
    view: () => display.latest()?.data as View<S>,
    ask: asking(
      tally,
      asker(
        display.socket,
        (request) => requests[request].output,
        () => false,
      ),
    ),
    close: () => void display.socket.disconnect(),
  };
}

/** The waits are foretold anew with every view. */
const shownBy = (station: Station): string =>
  JSON.stringify(station.view(), (key, value: unknown) => (key === 'wait' ? undefined : value));

/** The stations that after a while still show something else than one of their kind that comes anew. */
export async function notLike(
  stations: readonly Station[],
  fresh: Station,
  withinMs: number,
): Promise<string[]> {
  const others = (): readonly Station[] => stations.filter((one) => shownBy(one) !== shownBy(fresh));
  await comesTrue(() => others().length === 0, withinMs);
  return others().map(({ name }) => `the ${name} shows something else than one that comes anew`);
}
