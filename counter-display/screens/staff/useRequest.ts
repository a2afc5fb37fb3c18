import { useCallback, useRef, useState } from 'react';
import type { Screen } from '../../../shared/contract/protocol.ts';
import type { RequestName, RequestOutput } from '../../../shared/contract/requests.ts';
import { onlyReads } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { Sendable } from '../../../shared/link/ask.ts';
import type { Link } from '../../../shared/link/link.ts';
import { newRequestId } from '../../../shared/link/requestId.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';
import { viewAfter } from './nextView.ts';

/** What the last request came to, for people. */
export type Said = { readonly kind: 'trouble' | 'note'; readonly text: string };

export type Request = {
  /** The request under way. While there is one, no other is sent. */
  readonly busy: RequestName | null;
  readonly said: Said | null;
  readonly say: (said: Said | null) => void;
  /** @returns what the server answered, or null if it was not carried out (which is then said). */
  readonly send: <N extends RequestName>(name: N, input: Sendable<N>) => Promise<RequestOutput<N> | null>;
  /**
   * Asks for what a part of the page shows by itself, beside whatever somebody does on it: what was said stays, unless
   * this fails.
   */
  readonly read: <N extends RequestName>(name: N, input: Sendable<N>) => Promise<RequestOutput<N> | null>;
};

/**
 * Sends one request at a time and says in plain words why one was not carried out. One that got no answer may have
 * been carried out all the same: the same request, sent again before any other was answered, goes by the same id and
 * so is done once.
 */
export function useRequest(link: Link<Screen>, language: Language): Request {
  const [busy, setBusy] = useState<RequestName | null>(null);
  const [said, say] = useState<Said | null>(null);
  // Two presses can come before React has drawn the first one's effect.
  const underWay = useRef(false);
  const unanswered = useRef<{ readonly what: string; readonly requestId: string } | null>(null);
  const send = useCallback(
    async <N extends RequestName>(name: N, input: Sendable<N>): Promise<RequestOutput<N> | null> => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(name);
      say(null);
      const before = link.state();
      const what = JSON.stringify([name, input]);
      const requestId = unanswered.current?.what === what ? unanswered.current.requestId : newRequestId();
      const reply = await link.send(name, input, { requestId });
      const isUnanswered = !reply.ok && reply.problem.kind === 'offline';
      unanswered.current = isUnanswered ? { what, requestId } : null;
      // Who only looked has changed nothing that a view could show.
      if (reply.ok && !onlyReads(name)) await viewAfter(link, before);
      if (!reply.ok) say({ kind: 'trouble', text: sayProblem(reply.problem, language) });
      underWay.current = false;
      setBusy(null);
      return reply.ok ? reply.value : null;
    },
    [link, language],
  );
  const read = useCallback(
    async <N extends RequestName>(name: N, input: Sendable<N>): Promise<RequestOutput<N> | null> => {
      const reply = await link.send(name, input);
      if (!reply.ok) say({ kind: 'trouble', text: sayProblem(reply.problem, language) });
      return reply.ok ? reply.value : null;
    },
    [link, language],
  );
  return { busy, said, say, send, read };
}
