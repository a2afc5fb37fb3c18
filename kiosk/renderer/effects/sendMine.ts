import type { Link } from '../../../shared/link/link.ts';
import type { Reply } from '../../../shared/link/ask.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { Event } from '../flow/events.ts';
import type { MineRequest } from '../flow/mineTypes.ts';

type Answer = Extract<Event, { kind: 'mineAnswered' }>['answer'];
type Send = Link<'kiosk'>['send'];

/** Nobody waits longer than this for an answer about their data, ms. */
const patienceMs = 10_000;

const failed = ({ problem }: Extract<Reply<unknown>, { ok: false }>) =>
  ({ kind: 'failed', problem }) as const;
const done = (reply: Reply<unknown>): Answer => (reply.ok ? { kind: 'done' } : failed(reply));

/** Proves who it is, and reads what is kept. */
async function open(
  send: Send,
  { visitorRef, birthDate }: Extract<MineRequest, { name: 'prove' }>,
): Promise<Answer> {
  const proof = await send('mine:prove', { visitorRef, birthDate }, { patienceMs });
  if (!proof.ok) return failed(proof);
  if (proof.value.kind === 'wrong') return { kind: 'wrong' };
  const { mineRef } = proof.value;
  const shown = await send('mine:show', { mineRef }, { patienceMs });
  return shown.ok ? { kind: 'opened', mineRef, data: shown.value } : failed(shown);
}

/** Asks the server about the visitor's data. */
export async function sendMine(send: Send, what: MineRequest): Promise<Answer> {
  switch (what.name) {
    case 'prove':
      return open(send, what);
    case 'correct': {
      const { mineRef, fullName: name, birthDate } = what;
      const reply = await send('mine:correct', { mineRef, name, birthDate }, { patienceMs });
      return reply.ok ? reply.value : failed(reply);
    }
    case 'withdraw':
      return done(await send('mine:withdraw', { mineRef: what.mineRef }, { patienceMs }));
    case 'erase':
      return done(await send('mine:erase', { mineRef: what.mineRef }, { patienceMs }));
    case 'consent': {
      const { visitorRef, agrees, consent } = what;
      return done(await send('visitor:answerConsent', { visitorRef, agrees, consent }, { patienceMs }));
    }
    default:
      return unreachable(what);
  }
}
