import type { Millis } from '../../shared/domain/ids.ts';
import { embeddingOf } from '../factories/visitors.ts';
import type { Station } from './screens.ts';
import { openStation } from './screens.ts';
import type { Day, Person, World } from './world.ts';
import { between, happens, hour, minute, oneOf } from './world.ts';

type Issued = { readonly ticketId: string; readonly trackUrl: string };
type Kiosk = Station<'kiosk'>;
type Ref = string | null;

const shotsOfFace = 3;
/** How many of those who registered a face come again; the others are forgotten in time. */
const regulars = 120;
/** Longer than most wait. */
const patience = { from: 90 * minute, to: 4 * hour };
/** The phone stays open a while after the visit. */
export const phoneMs: Millis = 4 * minute;

/** What a kiosk sees of a made-up face; another shot each time. */
function sightOf({ dimension, random }: World, kiosk: Kiosk, { id }: Person) {
  const from = Math.floor(random.uniform() * 1_000);
  return {
    modelId: kiosk.view().modelId,
    embeddings: Array.from({ length: shotsOfFace }, (_, shot) => [
      ...embeddingOf(id, from + shot, dimension),
    ]),
    quality: 0.8,
  };
}

const cardOf = ({ id, birthYear }: Person) => ({
  idNumber: `001${String(id).padStart(9, '0')}`,
  birthDate: `${birthYear}-05-19`,
});

function newcomer({ town, random }: World): Person {
  town.people += 1;
  return { id: town.people, birthYear: 1940 + Math.floor(random.uniform() * 60) };
}

const consentOf = (kiosk: Kiosk) => ({ version: kiosk.view().consent.version, language: 'vi' }) as const;

/** Stands before the camera. @returns what the kiosk then holds of the visitor. */
async function beSeen(world: World, kiosk: Kiosk, person: Person): Promise<Ref> {
  const seen = await kiosk.ask('visitor:identify', { ...sightOf(world, kiosk, person), previous: null });
  if (seen?.kind === 'recognised') {
    if (!happens(world, 0.03)) return seen.visitorRef;
    await kiosk.ask('visitor:deny', { visitorRef: seen.visitorRef });
    return null;
  }
  if (seen?.kind !== 'unsure' || seen.question === null) return null;
  const { questionRef } = seen.question;
  const answer = await kiosk.ask('visitor:answer', { questionRef, birthYear: person.birthYear });
  return answer?.kind === 'recognised' ? answer.visitorRef : null;
}

/** Agrees to be registered by face. */
async function enrol(world: World, kiosk: Kiosk): Promise<Ref> {
  const person = newcomer(world);
  await kiosk.ask('visitor:identify', { ...sightOf(world, kiosk, person), previous: null });
  const registered = await kiosk.ask('visitor:enrol', {
    ...sightOf(world, kiosk, person),
    name: happens(world, 0.7) ? 'Nguyễn Thị Hồng Nhung' : null,
    birthYear: person.birthYear,
    card: null,
    consent: consentOf(kiosk),
  });
  world.town.faces.push(person);
  return registered?.visitorRef ?? null;
}

/** Shows a citizen card, and registers with it the first time. */
async function showCard(world: World, kiosk: Kiosk): Promise<Ref> {
  const isNew = world.town.cards.length === 0 || happens(world, 0.4);
  const person = isNew ? newcomer(world) : oneOf(world, world.town.cards);
  const card = cardOf(person);
  const shown = await kiosk.ask('visitor:showCard', { card, questionRef: null });
  if (shown?.kind === 'recognised') return shown.visitorRef;
  if (isNew) world.town.cards.push(person);
  const registered = await kiosk.ask('visitor:register', {
    name: 'Đỗ Văn Khôi',
    card: { ...card, saysName: true },
    consent: consentOf(kiosk),
  });
  return registered?.visitorRef ?? null;
}

/** One of those who come again and again, and not twice a day; null if all have been here. */
function regular({ world, seen }: Day): Person | null {
  const others = world.town.faces.slice(-regulars).filter(({ id }) => !seen.has(id));
  const person = others.length === 0 ? null : oneOf(world, others);
  if (person !== null) seen.add(person.id);
  return person;
}

/** Comes to a kiosk in one of the ways there are. @returns what the kiosk then holds of the visitor. */
async function comeUp(day: Day, kiosk: Kiosk, how: number): Promise<Ref> {
  const { world } = day;
  if (how < 0.28) {
    const person = regular(day);
    return person === null ? null : beSeen(world, kiosk, person);
  }
  if (how < 0.36) return showCard(world, kiosk);
  return how < 0.44 ? enrol(world, kiosk) : null;
}

/** The appointment that somebody comes to now, if one is near. */
function due({ world, expected }: Day): string | null {
  const place = expected.findIndex(({ at }) => at > world.agenda.now() - 20 * minute);
  const [appointment] = place < 0 ? [] : expected.splice(place, 1);
  return appointment?.code ?? null;
}

async function takeNumber(day: Day, kiosk: Kiosk): Promise<Issued | null> {
  const { world } = day;
  const code = happens(world, 0.06) ? due(day) : null;
  if (code !== null) return kiosk.ask('appointment:checkIn', { by: { kind: 'code', code } });
  const visitorRef = await comeUp(day, kiosk, world.random.uniform());
  const { fields, priorityClasses } = kiosk.view();
  const offered = fields.filter(({ wait }) => wait !== null);
  const field = oneOf(world, offered.length === 0 ? fields : offered);
  const others = fields.filter(({ id }) => id !== field.id);
  return kiosk.ask('ticket:issue', {
    fieldId: field.id,
    legs: happens(world, 0.04) ? [oneOf(world, others).id] : [],
    visitorRef,
    priority: happens(world, 0.1) ? oneOf(world, priorityClasses).code : null,
    channel: visitorRef === null ? 'touch' : 'usual',
  });
}

/** Comes, takes a number, perhaps looks at it on the phone, and perhaps loses patience. The officers do the rest. */
export async function visit(day: Day, comesAt: Millis): Promise<void> {
  const { world, gone, phones } = day;
  await world.agenda.until(comesAt);
  const issued = await takeNumber(day, oneOf(world, world.kiosks));
  if (issued === null) return;
  const { ticketId, trackUrl } = issued;
  if (happens(world, 0.3)) {
    const token = trackUrl.split('/t/').at(-1) ?? '';
    phones.set(ticketId, await openStation(world.tally, 'track', { url: world.lineUrl, token }));
    day.mostPhones = Math.max(day.mostPhones, phones.size);
  }
  // Some go after some minutes, without a word or with one.
  const leavesAt = happens(world, 0.06) ? comesAt + between(world, 5 * minute, 40 * minute) : null;
  await world.agenda.until(leavesAt ?? comesAt + between(world, patience.from, patience.to));
  const phone = phones.get(ticketId);
  if (leavesAt === null && phone?.view().state.kind !== 'waiting') return;
  gone.add(ticketId);
  if (phone?.view().state.kind === 'waiting') await phone.ask('track:cancel', {});
  await world.agenda.pause(phoneMs);
  hangUp(day, ticketId);
}

/** Closes the phone's page, if it is open. */
export function hangUp({ phones }: Day, ticketId: string): void {
  phones.get(ticketId)?.close();
  phones.delete(ticketId);
}

/** When they come: most in the morning, few over noon. */
export function arrivals(
  { world, opens, closes }: Pick<Day, 'world' | 'opens' | 'closes'>,
  many: number,
): Millis[] {
  const spans = [
    { share: 0.55, from: opens, to: opens + 3.5 * hour },
    { share: 0.1, from: opens + 3.5 * hour, to: opens + 5.5 * hour },
    { share: 0.35, from: opens + 5.5 * hour, to: closes - 5 * minute },
  ];
  return spans.flatMap(({ share, from, to }) =>
    Array.from({ length: Math.round(share * many) }, () => between(world, from, to)),
  );
}
