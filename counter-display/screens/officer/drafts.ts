import { useCallback, useSyncExternalStore } from 'react';
import type { OfficerView } from './model/desk.ts';
import type { Draft } from './model/outcome.ts';
import { emptyDraft } from './model/outcome.ts';

/**
 * What officers have typed about visitors and not sent yet. It outlives the screen, which goes away when a session
 * ends, but not the page: it may name people, so nothing of it is written to the machine.
 */
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();
/** Of the service finished last, for when that is taken back. */
let finished: { readonly key: string; readonly draft: Draft } | null = null;
/** More than anybody has at a desk and parked in a day. */
const most = 60;

function put(key: string, draft: Draft): void {
  drafts.delete(key);
  drafts.set(key, draft);
  for (const old of [...drafts.keys()].slice(0, -most)) drafts.delete(old);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The draft belongs to one officer, one ticket and one field, so that a second leg begins with an empty one. */
export function draftKey({ me, desk }: Pick<OfficerView, 'me' | 'desk'>): string | null {
  const ticket = desk?.ticket ?? null;
  return ticket === null ? null : `${me.id} ${ticket.id} ${ticket.fieldId}`;
}

/** What was typed about a visit so far. @param key null while nobody is at the desk. */
export const draftOf = (key: string | null): Draft =>
  (key === null ? undefined : drafts.get(key)) ?? emptyDraft;

/** The draft of the visitor at the desk, and how to change it. */
export function useDraft(key: string | null): readonly [Draft, (next: (draft: Draft) => Draft) => void] {
  const draft = useSyncExternalStore(subscribe, () => draftOf(key));
  const change = useCallback(
    (next: (draft: Draft) => Draft): void => {
      if (key !== null) put(key, next(draftOf(key)));
    },
    [key],
  );
  return [draft, change];
}

/** What was typed has been recorded; kept aside until the next is. */
export function closeDraft(key: string | null): void {
  if (key === null) return;
  finished = { key, draft: draftOf(key) };
  put(key, emptyDraft);
}

/** The service recorded last was taken back. */
export function reopenDraft(): void {
  if (finished !== null) put(finished.key, finished.draft);
  finished = null;
}

/** Somebody logs out: nothing of theirs stays in the page. */
export function forgetDrafts(): void {
  drafts.clear();
  finished = null;
  for (const listener of listeners) listener();
}
