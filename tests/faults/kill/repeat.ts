import { isDeepStrictEqual } from 'node:util';
import type { Client } from '../../factories/clients.ts';
import { connect, kioskAt } from '../../factories/clients.ts';
import type { Sent } from './diary.ts';
import type { Staff } from './staff.ts';

/**
 * Sends everything again by its id, as screens do that had no answer, and writes the answers into the diary. What was
 * carried out is answered as before; what nobody knows of is carried out now, or refused.
 * @returns what was answered otherwise.
 */
export async function repeatAll(url: string, { cookies }: Staff, sent: readonly Sent[]): Promise<string[]> {
  const clients = new Map<string, Client>();
  for (const by of new Set(sent.map((one) => one.by))) {
    const cookie = cookies.get(by);
    clients.set(
      by,
      cookie === undefined ? await kioskAt(url) : await connect(url, { screen: 'officer', cookie }),
    );
  }
  const wrong: string[] = [];
  await Promise.all(
    sent.map(async (one) => {
      const answer = await clients.get(one.by)?.send(one.name, one.input);
      if (answer === undefined) return;
      const mayBeRefused = one.answer?.ok !== true && one.name !== 'ticket:issue';
      const isRight =
        one.answer?.ok === true ? isDeepStrictEqual(answer, one.answer) : answer.ok || mayBeRefused;
      if (!isRight) wrong.push(`${one.name} ${one.input.requestId} was answered otherwise`);
      if (one.answer === null || answer.ok) one.answer = answer;
    }),
  );
  return wrong;
}
