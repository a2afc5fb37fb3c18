import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestName } from '../../shared/contract/requests.ts';
import type { View } from '../../shared/contract/views.ts';
import type { Race, Racer } from './racer.ts';

const longestLine = 150;
const outcome = { result: 'received', procedures: [{ key: 'tk-huong-dan', count: 1 }], dossierCodes: [] };

type Act = readonly [RequestName, Readonly<Record<string, unknown>>];

/** Takes numbers as long as the line is not too long, until `over`. */
export async function hammerKiosk(race: Race, kiosk: Racer<'kiosk'>, over: () => boolean): Promise<void> {
  const { random } = race;
  while (!over()) {
    const { fields } = kiosk.view();
    if (fields.reduce((sum, { waiting }) => sum + waiting, 0) > longestLine) {
      await sleep(5);
      continue;
    }
    const fieldId = 1 + Math.floor(random() * 4);
    await kiosk.send('ticket:issue', {
      fieldId,
      legs: random() < 0.2 ? [1 + (fieldId % 4)] : [],
      visitorRef: null,
      priority: random() < 0.2 ? 'ELDERLY80' : null,
      channel: 'touch',
    });
  }
}

const pick = <T>(random: () => number, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)];

const anyCommand: readonly RequestName[] = [
  'ticket:call',
  'ticket:recall',
  'ticket:start',
  'ticket:return',
  'ticket:miss',
  'ticket:park',
  'ticket:resume',
  'ticket:undoFinish',
  'ticket:cancel',
  'ticket:reactivate',
  'ticket:reprint',
];

/** What a sensible officer could do now, mostly what brings the visitor on. */
function sensible(
  random: () => number,
  { desk, line, parked, missed, ended, colleagues }: View<'officer'>,
): Act {
  const ticket = desk?.ticket ?? null;
  const chance = random();
  const fieldId = 1 + Math.floor(random() * 4);
  if (ticket === null) {
    const one = pick<{ readonly id: string }>(random, chance < 0.05 ? parked : chance < 0.1 ? missed : line);
    if (chance < 0.15 && one !== undefined) return ['ticket:call', { ticketId: one.id }];
    const cancelled = ended.find(({ state }) => state === 'cancelled');
    if (chance < 0.2 && cancelled !== undefined) return ['ticket:reactivate', { ticketId: cancelled.id }];
    const undo = desk?.undo ?? null;
    if (chance < 0.25 && undo !== null) return ['ticket:undoFinish', { ticketId: undo.ticketId }];
    if (chance < 0.3 && parked[0] !== undefined) return ['ticket:resume', { ticketId: parked[0].id }];
    return ['ticket:callNext', {}];
  }
  const on = { ticketId: ticket.id };
  if (chance < 0.03) return ['ticket:note', { ...on, text: 'chờ bản gốc' }];
  if (chance < 0.06) return ['ticket:setPriority', { ...on, priority: 'PREGNANT', reason: 'đã xem giấy tờ' }];
  if (chance < 0.09) return ['ticket:setLegs', { ...on, legs: [fieldId] }];
  const target = random() < 0.3 ? { kind: 'officer', officerId: colleagues[0]?.id ?? 1 } : { kind: 'anyone' };
  if (chance < 0.14)
    return ['ticket:transfer', { ...on, fieldId, target, place: random() < 0.5 ? 'kept' : 'end' }];
  if (ticket.state === 'serving')
    return chance < 0.2
      ? ['ticket:park', on]
      : ['ticket:finish', { ...on, outcome, callNext: random() < 0.5 }];
  if (chance < 0.2) return ['ticket:recall', on];
  if (chance < 0.25) return ['ticket:return', on];
  if (chance < 0.35) return ['ticket:miss', on];
  return chance < 0.38 ? ['ticket:cancel', on] : ['ticket:start', on];
}

/** Does something sensible, or anything at all with anybody's ticket, until `over`. */
export async function hammerDesk(race: Race, officer: Racer<'officer'>, over: () => boolean): Promise<void> {
  const { random } = race;
  while (!over()) {
    const view = officer.view();
    const others = [...view.elsewhere, ...view.line, ...view.parked, ...view.ended];
    const other = pick(random, others);
    const wild = random() < 0.15 && other !== undefined;
    const [name, input] = wild
      ? ([pick(random, anyCommand) ?? 'ticket:start', { ticketId: other.id }] as const)
      : sensible(random, view);
    await officer.send(name, input);
  }
}
