import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { requests } from '../../../shared/contract/requests.ts';
import { views } from '../../../shared/contract/views.ts';
import { membersOf, nodeOf } from '../../suites/fromSchema.ts';

/** Paths of everything a value of the schema can tell. */
const pathsOf = (schema: z.ZodType): string[] =>
  [...new Set(membersOf(nodeOf(schema)).map(([path]) => path))].filter(
    (path) => path !== '' && !path.endsWith('[]'),
  );

const bilingual = (path: string): string[] => [path, `${path}.vi`, `${path}.en`];
const range = (path: string): string[] => [path, `${path}.p50Ms`, `${path}.p90Ms`];
const office = ['office', ...bilingual('office.name'), 'office.timeZone'];
const members = (path: string, ...keys: string[]): string[] => [path, ...keys.map((key) => `${path}${key}`)];
const call = (path: string): string[] =>
  ['announcementId', 'number', 'counterNumber', 'fieldId', 'state', 'calledAt', 'announcements', 'last'].map(
    (key) => `${path}.${key}`,
  );
const fields = [
  ...members('fields', '[].id', '[].prefix', '[].icon', '[].colour', '[].waiting'),
  ...bilingual('fields[].name'),
  ...range('fields[].wait'),
];

/** The question after a service: what there is to answer, nothing that was answered. */
const question = (path: string): string[] => [
  ...members(path, '.levels', '.levels[].level', '.askReasonsBelow', '.reasons', '.reasons[].code'),
  ...bilingual(`${path}.levels[].name`),
  ...bilingual(`${path}.reasons[].name`),
];

/** What a manager wants of the screen itself. */
const wish = members('wish', '.locked', '.reloads', '.sounds');

/**
 * Everything that screens in the lobby are told. Whoever adds to it has to add it here too, and to answer for it that
 * strangers may read it.
 */
const publicPaths = {
  wall: [
    ...office,
    'calls',
    ...call('calls[]'),
    ...members('recent', '[].number', '[].counterNumber', '[].fieldId'),
    ...fields,
    // How the wall is set.
    ...members(
      'setting',
      '',
      '.speaksVi',
      '.speaksEn',
      '.volumePercent',
      '.quietFrom',
      '.quietTo',
      '.slides',
      '.slideSeconds',
    ).slice(1),
    ...bilingual('setting.notice'),
    'voice',
    'voice.clips',
    'voice.made',
    ...wish,
    'media',
  ],
  counter: [
    ...office,
    'counter',
    'counter.id',
    'counter.number',
    ...bilingual('counter.name'),
    // The officer's, as on the badge; never a visitor's.
    'officerName',
    ...members('fields', '[].id', '[].colour'),
    ...bilingual('fields[].name'),
    'call',
    ...call('call'),
    // By which the answer is sent, for as long as it is asked for.
    ...question('rating'),
    ...members('rating', '.ticketId', '.number', '.until').slice(1),
    'onBreak',
    ...wish,
  ],
  kiosk: [
    ...office,
    'businessDay',
    ...fields,
    ...bilingual('fields[].description'),
    'fields[].left',
    ...members('opening', '.kind', '.until', '.opensAt'),
    ...wish,
    ...bilingual('opening.holiday'),
    ...bilingual('opening.message'),
    // What the office says to everybody.
    'texts',
    ...['kioskWelcome', 'kioskThanks', 'ticketHead', 'ticketFoot'].flatMap((key) =>
      bilingual(`texts.${key}`),
    ),
    // Classes to choose from, and whether anybody is expected; not who.
    ...members('priorityClasses', '[].code'),
    ...bilingual('priorityClasses[].name'),
    'hasAppointments',
    'speaks',
    // What to have ready, of the catalogue.
    ...members('papers', '[].fieldId', '[].papers'),
    ...bilingual('papers[].procedure'),
    'printer',
    'modelId',
    'previousModelId',
    'recognises',
    'dwellMs',
    'consent',
    'consent.version',
    ...bilingual('consent.title'),
    ...bilingual('consent.body'),
  ],
};

/** What whoever holds a ticket's paper is told. */
const phonePaths = [
  ...office,
  'ticketId',
  'number',
  'businessDay',
  'field',
  'field.id',
  'field.colour',
  ...bilingual('field.name'),
  'issuedAt',
  'appointmentAt',
  // A line of the office to everybody.
  ...bilingual('notice'),
  ...members('state', '.kind', '.peopleAhead', '.notBefore', '.counterNumber', '.announcementId'),
  ...range('state.wait'),
  // The office's own key, and what the holder chose.
  ...members('state.push', '', '.key', '.on').slice(1),
  ...question('state.rating'),
  // Whether there is a page for everybody.
  'danBiet',
];

/** Words that a public view has no use for, in whatever way they are written. */
const personal =
  /visitor|person|citizen|customer|phone|mobile|address|birth|gender|dossier|procedure|remark|note|embedding|template|score|similarity|face|token|ref$|priority|idnumber|cccd/i;
const namesAllowed =
  /^(office|counter|field|fields\[\]|priorityClasses\[\])\.name(\.|$)|rating\.(levels|reasons)\[\]\.name(\.|$)|^officerName$/;
/** What there is to choose from is nobody's. */
const choices = /^(priorityClasses|papers)($|\[\])|^setting\.notice/;
const tellsOfPeople = (paths: readonly string[]): string[] =>
  paths.filter(
    (path) =>
      (personal.test(path) && !choices.test(path)) || (/name/i.test(path) && !namesAllowed.test(path)),
  );

describe('screens that strangers read', () => {
  test.each(['wall', 'counter', 'kiosk'] as const)(
    'CO6 the %s is told what is listed here and no more',
    (screen) => {
      expect(pathsOf(views[screen]).toSorted()).toEqual(publicPaths[screen].toSorted());
    },
  );

  test('CO6 a phone is told of its ticket what is listed here and no more, and nothing of a visitor', () => {
    const told = pathsOf(views.track);
    expect(told.toSorted()).toEqual(phonePaths.toSorted());
    expect(tellsOfPeople(told)).toEqual([]);
  });

  test.each(['wall', 'counter', 'kiosk'] as const)('CO6 the %s is told nothing of a visitor', (screen) => {
    expect(tellsOfPeople(pathsOf(views[screen]))).toEqual([]);
  });

  test.each([
    { visitorName: z.string() },
    { calls: z.array(views.wall.shape.calls.element.extend({ name: z.string().nullable() })) },
    {
      calls: z.array(views.wall.shape.calls.element.extend({ visitor: z.strictObject({ id: z.string() }) })),
    },
    {
      recent: z.array(
        z.union([z.strictObject({ citizenId: z.string() }), z.strictObject({ number: z.string() })]),
      ),
    },
  ])('CO6 a name on the wall would be found, wherever it is put (%#)', (added) => {
    const paths = pathsOf(views.wall.extend(added));
    expect(tellsOfPeople(paths)).not.toEqual([]);
    expect(paths.filter((path) => !publicPaths.wall.includes(path))).not.toEqual([]);
  });

  test('CO7 the kiosk learns of a recognised visitor a sealed reference, a masked name and fields; never a score', () => {
    expect(pathsOf(requests['visitor:identify'].output).toSorted()).toEqual(
      [
        'kind',
        'maskedName',
        'usualFields',
        'visitorRef',
        ...members('appointment', '.id', '.fieldId', '.at'),
        // A code, no content.
        ...members('dossiers', '[].code', '[].state', '[].dueAt'),
        'pickUpFieldId',
        'asksConsent',
        // Four years to choose from, of which one is the visitor's.
        ...members('question', '.questionRef', '.birthYears'),
      ].toSorted(),
    );
    expect(pathsOf(requests['visitor:enrol'].output).toSorted()).toEqual(['maskedName', 'visitorRef']);
  });

  test('CO8 only staff’s views have visitors’ names', () => {
    const namesOf = (screen: keyof typeof views): string[] =>
      pathsOf(views[screen]).filter(
        (path) =>
          /visitor/i.test(path.replace('PerVisitor', '')) ||
          (path.endsWith('name') && /appointments|ticket|line|parked|missed|ended|elsewhere/.test(path)),
      );
    for (const screen of ['wall', 'counter', 'kiosk', 'track'] as const) expect(namesOf(screen)).toEqual([]);
    expect(namesOf('manage').toSorted()).toEqual([
      'appointments[].name',
      'faces.visitors',
      'retention.visitorsDays',
    ]);
    expect(namesOf('officer').toSorted()).toEqual(
      [
        'appointments[].name',
        ...['desk.ticket', 'line[]', 'parked[]', 'missed[]', 'ended[]', 'elsewhere[]'].map(
          (list) => `${list}.name`,
        ),
        ...members(
          'desk.ticket.visitor',
          '.name',
          '.factsFrom',
          '.registeredAt',
          '.visits',
          '.past',
          '.dossiers',
        ),
        ...members('desk.ticket.visitor.dossiers[]', '.id', '.code', '.receivedAt', '.dueAt', '.state').slice(
          1,
        ),
        ...bilingual('desk.ticket.visitor.dossiers[].procedure'),
        ...members(
          'desk.ticket.visitor.past[]',
          '.day',
          '.number',
          '.fieldId',
          '.result',
          '.procedures',
        ).slice(1),
        ...bilingual('desk.ticket.visitor.past[].procedures[]').slice(1),
      ].toSorted(),
    );
  });
});
