import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Handshake } from '../../../../shared/contract/protocol.ts';

/** One screen of the crowd. */
export type Seat = Omit<Handshake, 'protocol' | 'screen'> & {
  readonly screen: 'wall' | 'counter' | 'track';
  /** How many are ahead of a phone's holder before the first call. */
  readonly ahead: number;
};

/** What a process of the crowd is told to do. It answers each time, when it is done. */
export type Order =
  | { readonly order: 'open'; readonly url: string; readonly seats: readonly Seat[] }
  /** Clients each of which is to be sent a view (JSON), by Socket.IO or as bare bytes. */
  | {
      readonly order: 'take';
      readonly url: string;
      readonly views: readonly string[];
      readonly bare: boolean;
    }
  /** Begins to wait for the sight. */
  | { readonly order: 'await'; readonly sight: Sight }
  /** When each saw it, ms since 1970; all others are answered with nothing. */
  | { readonly order: 'arrivals' }
  /** What each was shown last, as JSON. */
  | { readonly order: 'views' };

/** What all of them are to be shown: the so-and-so-many-th call, another life of the server, or what they are sent. */
export type Sight =
  | { readonly kind: 'call'; readonly number: string; readonly calls: number }
  | { readonly kind: 'life' }
  | { readonly kind: 'bytes' };

/** Screens that sit in several processes, so that none of them is what holds the others up. */
export type Crowd = {
  /** Opens them, and returns when each has its first view. */
  readonly open: (url: string, seats: readonly Seat[]) => Promise<void>;
  /** Opens others, each to be sent a view (JSON). */
  readonly take: (url: string, views: readonly string[], bare: boolean) => Promise<void>;
  /**
   * Lets something happen that all who were opened last are to be shown.
   * @returns when each of them was, ms since 1970.
   */
  readonly see: (sight: Sight, happen: () => unknown) => Promise<number[]>;
  /** What each was shown last, as JSON. */
  readonly views: () => Promise<string[]>;
  readonly close: () => void;
};

const processes = 4;

async function ask<T>(child: ChildProcess, order: Order): Promise<T[]> {
  const answer = once(child, 'message');
  child.send(order);
  return ((await answer) as [T[]])[0];
}

/** Starts the processes, with nobody in them. */
export function startCrowd(): Crowd {
  const children = Array.from({ length: processes }, () =>
    fork(join(import.meta.dirname, 'crowdProcess.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  const askAll = async <T>(
    orderOf: (mine: <U>(all: readonly U[]) => readonly U[]) => Order,
  ): Promise<T[]> => {
    const answers = children.map((child, index) =>
      ask<T>(
        child,
        orderOf((all) => all.filter((_, i) => i % processes === index)),
      ),
    );
    return (await Promise.all(answers)).flat();
  };
  return {
    open: async (url, seats) => void (await askAll((mine) => ({ order: 'open', url, seats: mine(seats) }))),
    take: async (url, views, bare) =>
      void (await askAll((mine) => ({ order: 'take', url, views: mine(views), bare }))),
    see: async (sight, happen) => {
      await askAll(() => ({ order: 'await', sight }));
      await happen();
      return askAll<number>(() => ({ order: 'arrivals' }));
    },
    views: () => askAll<string>(() => ({ order: 'views' })),
    close: () => {
      for (const child of children) child.kill();
    },
  };
}
