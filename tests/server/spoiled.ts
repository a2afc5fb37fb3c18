import type { RequestName } from '../../shared/contract/requests.ts';

/** Messages that do not fit the contract, made from one that does. */

const wrongValues: readonly unknown[] = [
  undefined,
  null,
  true,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e308,
  -1,
  0.5,
  '',
  'x'.repeat(100_000),
  [],
  {},
  [[[]]],
  { $ne: null },
];

/** Wrong values that are right in one place. */
const rightAfterAll: Readonly<Record<string, readonly unknown[]>> = {
  'ticket:issue.visitorRef': [null],
  'ticket:issue.priority': [null],
  'ticket:issue.legs': [[]],
  'appointment:import.csv': ['x'.repeat(100_000)],
  'ticket:add.priority': [null],
  'ticket:add.legs': [[]],
  'ticket:finish.callNext': [true],
  'ticket:setPriority.priority': [null],
  'ticket:setLegs.legs': [[]],
  'appointment:add.name': [null],
  'field:setQuota.dailyQuota': [null],
  'kiosk:lock.message': [null],
  'visitor:enrol.name': [null],
  'visitor:enrol.card': [null],
  'visitor:enrol.quality': [0.5],
  'visitor:register.name': [null],
  'visitor:showCard.questionRef': [null],
  'visitor:identify.quality': [0.5],
  'visitor:identify.previous': [null],
  'desk:take.officerId': [undefined, null],
  'desk:leave.officerId': [undefined, null],
  'desk:break.until': [null],
  'counter:setFields.fieldIds': [[]],
  'officer:setWork.fields': [[]],
  'officer:setWork.mayPick': [true],
  'device:invite.counterId': [null],
  'field:save.fieldId': [null],
  'counter:save.counterId': [null],
  'rating:give.reasons': [[]],
  'rating:give.remark': [null],
  'wall:setUp.deviceId': [null],
  'printer:setUp.deviceId': [null],
  'printer:setUp.address': [null],
  'office:setPublicUrl.url': [null],
  'ticket:finish.dossiers': [undefined, []],
  'ticket:finish.said': [undefined, null],
  'dossier:find.query': [''],
  'dossier:step.text': [null],
  'dossier:step.dueAt': [null],
  'dossier:import.keep': [true],
  'dossier:setUp.setting.superior': [''],
  'letter:write.recipient': [null],
  'letter:word.wording': [null],
  'office:setPush.on': [true],
  'danBiet:set.on': [true],
  'track:setPush.subscription': [null],
  'visitor:answerConsent.agrees': [true],
  'mine:correct.name': [null],
  'dataRequest:add.personRef': [null],
  'dataRequest:add.correction': [null],
  'dataRequest:add.note': [null],
  'breach:change.step': [null],
  'apiKey:make.expiresAt': [null],
  'webhook:save.webhookId': [null],
  'webhook:save.on': [true],
  'drop:setUp.on': [true],
  'procedure:save.key': [null],
  'procedure:setInUse.inUse': [true],
  'procedure:check.whole': [true],
  'procedure:import.whole': [true],
  'priority:save.code': [null],
  'reserve:take.held': [null],
  'field:choose.codes': [[]],
  'printer:test.deviceId': [null],
  'device:lock.deviceId': [null],
  'device:lock.locked': [true],
  'device:reload.deviceId': [null],
  'device:reprint.deviceId': [null],
  'configuration:compare.text': ['x'.repeat(100_000)],
  'configuration:import.text': ['x'.repeat(100_000)],
};

const shortOf = (value: unknown): string =>
  value === undefined || typeof value === 'number' ? String(value) : JSON.stringify(value).slice(0, 20);

/** One more key that the language itself gives a meaning; only JSON can write it. */
const withKey = (message: object, key: string, value: string): unknown =>
  JSON.parse(`{${JSON.stringify(key)}: ${value}, ${JSON.stringify(message).slice(1)}`);

const embeddingsSpoiled = (good: readonly (readonly number[])[]): readonly (readonly [string, unknown])[] => {
  const first = good[0] ?? [];
  const swapped = (value: unknown) => [[value, ...first.slice(1)], ...good.slice(1)];
  return [
    ['an embedding too short', [first.slice(0, 63), ...good.slice(1)]],
    ['an embedding too long', [Array.from({ length: 2049 }, () => 0.1)]],
    ['too many embeddings', Array.from({ length: 13 }, () => first)],
    ['a text among the numbers', swapped('0.1')],
    ['a number out of range', swapped(1e9)],
    ['no number', swapped(Number.NaN)],
    ['an object like a list', { ...good, length: good.length }],
    ['bytes', new Uint8Array(256)],
  ];
};

/** @returns what is wrong, and the message. */
export function spoiled(
  name: RequestName,
  good: Readonly<Record<string, unknown>>,
): (readonly [string, unknown])[] {
  const list: (readonly [string, unknown])[] = [
    ...[undefined, null, 7, 'text', [], [good], true].map(
      (message) => [`${shortOf(message)} instead of a message`, message] as const,
    ),
    ['an unknown key', { ...good, surprise: 1 }],
    ['a key that would change every object', withKey(good, '__proto__', '{"role":"manager"}')],
    ['a constructor', withKey(good, 'constructor', '{"prototype":{"role":"manager"}}')],
    ['a toJSON', { ...good, toString: 'x' }],
  ];
  for (const key of Object.keys(good)) {
    for (const value of wrongValues) {
      // JSON writes what is no number as null.
      const sent = JSON.stringify(value);
      const right = rightAfterAll[`${name}.${key}`] ?? [];
      if (right.some((fitting) => JSON.stringify(fitting) === sent)) continue;
      list.push([`${key} ${shortOf(value)}`, { ...good, [key]: value }]);
    }
  }
  const { embeddings, consent } = good;
  if (Array.isArray(embeddings))
    for (const [what, value] of embeddingsSpoiled(embeddings as number[][]))
      list.push([what, { ...good, embeddings: value }]);
  if (typeof consent === 'object' && consent !== null) {
    list.push(['a consent with more in it', { ...good, consent: { ...consent, age: 15 } }]);
    list.push(['a consent in no known language', { ...good, consent: { ...consent, language: 'fr' } }]);
  }
  return list;
}
