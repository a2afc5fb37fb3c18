import { describe, expect, test } from 'vitest';
import type { Event } from '../../../kiosk/renderer/flow/events.ts';
import { mostFields } from '../../../kiosk/renderer/flow/limits.ts';
import type { FieldId } from '../../../shared/domain/ids.ts';
import {
  at,
  choose,
  embeddings,
  enrolled,
  expected,
  fieldA,
  identified,
  issued,
  live,
  liveWith,
  modelId,
  notIssued,
  placeOf,
  places,
  play,
  requestsIn,
  run,
  seen,
  shut,
  timer,
  typedName,
  visitorRef,
} from './world.ts';

const refused = (code: 'closed' | 'quotaReached' | 'unknownPriority' | 'unknownAppointment', detail = {}) =>
  notIssued({ kind: 'refused', code, detail });

describe('opening', () => {
  test('K34 an office that opens opens the kiosk by itself', () => {
    expect(at.closed.stage).toEqual({ at: 'closed' });
    expect(play(at.closed, seen(1)).state.stage).toEqual({ at: 'closed' });
    expect(play(at.closed, live, seen(1)).state.stage).toMatchObject({ at: 'look' });
  });
  test.each(['issuing', 'lineLost', 'checkingIn', 'number'] as const)(
    'K34 closing leaves somebody at %s alone until the number is read',
    (place) => {
      const { state } = play(at[place], shut, issued);
      expect(placeOf(state)).toBe('number');
      expect(play(state, { kind: 'leave' }).state.stage).toEqual({ at: 'closed' });
    },
  );
  test('K34 a wish under way when the line comes back to a closed office is asked again', () => {
    const { effects } = play(at.lineLost, { kind: 'away' }, shut);
    expect(requestsIn(effects)).toMatchObject([{ kind: 'issue' }]);
  });
  test('K34 a visit that the closing ends leaves nothing', () => {
    for (const place of places) {
      const { state } = play(at[place], shut);
      if (placeOf(state) === 'closed')
        expect(JSON.stringify(state)).not.toMatch(new RegExp(`${visitorRef}|${typedName}|sealed`, 'u'));
    }
  });
  test('K34 the line to a closed office is cut and back', () => {
    const { state } = play(at.closed, { kind: 'away' }, timer('line'));
    expect(placeOf(state)).toBe('offline');
    expect(play(state, shut).state.stage).toEqual({ at: 'closed' });
  });
  test('K16 a language left behind at the closed screen goes back to Vietnamese', () => {
    const { state } = play(at.closed, { kind: 'language', language: 'en' }, timer('idle'));
    expect(state).toMatchObject({ language: 'vi', stage: { at: 'closed' } });
  });
});

describe('refusals', () => {
  test.each(['closed', 'locked', 'visitorLimit'] as const)(
    'K35 %s is said, with the facts, and trying again is not offered',
    (code) => {
      const refusal = { kind: 'refused', code, detail: { number: 'A001' } } as const;
      const { state } = play(at.issuing, notIssued(refusal));
      expect(state.stage).toEqual({ at: 'refused', refusal });
      expect(play(state, { kind: 'retry' }).state.stage).toEqual(state.stage);
    },
  );
  test('K35 a field without numbers leads back to the fields, still with the priority', () => {
    const { state } = play(
      at.priority,
      { kind: 'setPriority', code: 'MERIT' },
      choose(fieldA),
      refused('quotaReached'),
    );
    expect(state.stage).toMatchObject({
      at: 'fields',
      note: 'quotaReached',
      priority: 'MERIT',
      several: null,
    });
  });
  test('K35 late refusals are nobody’s', () => {
    const late = refused('closed')(at.issuing);
    expect(play(at.number, late).state).toBe(at.number);
    const next = play(at.unknown, choose(fieldA), timer('idle')).state;
    expect(play(next, { ...late, request: next.serial - 1 } as Event).state).toBe(next);
  });
});

describe('priority', () => {
  const declared = play(at.priority, { kind: 'setPriority', code: 'DISABLED' }).state;
  test('K36 goes with the number of this visit', () => {
    expect(declared.stage).toEqual({ ...at.unknown.stage, priority: 'DISABLED' });
    expect(requestsIn(play(declared, choose(fieldA)).effects)).toMatchObject([
      { order: { wish: { fieldId: fieldA, priority: 'DISABLED', legs: [] } } },
    ]);
  });
  test('K36 is taken back with one touch, and going back changes nothing', () => {
    expect(play(declared, { kind: 'setPriority', code: null }).state.stage).toMatchObject({ priority: null });
    expect(play(declared, { kind: 'declarePriority' }, { kind: 'back' }).state.stage).toEqual(declared.stage);
  });
  test('K36 does not keep from registering or from a code', () => {
    expect(placeOf(play(declared, { kind: 'register' }).state)).toBe('consent');
    expect(play(declared, { kind: 'enterCode' }, { kind: 'back' }).state.stage).toEqual(declared.stage);
  });
  test('K36 a class that is gone is chosen anew', () => {
    const { state } = play(declared, choose(fieldA), refused('unknownPriority'));
    expect(state.stage).toMatchObject({ at: 'fields', note: 'priorityGone', priority: null });
  });
  test('K36 without it nobody has any', () => {
    expect(requestsIn(play(at.greet, choose(fieldA, 'usual')).effects)).toMatchObject([
      { order: { wish: { priority: null, legs: [], channel: 'usual' } } },
    ]);
  });
});

describe('several fields', () => {
  const field = (id: number) => choose(id as FieldId);
  test('K37 one number for them in the order in which they were chosen', () => {
    const { state, effects } = play(at.several, field(3), field(1), field(2), field(1), {
      kind: 'takeSeveral',
    });
    expect(requestsIn(effects)).toMatchObject([{ order: { wish: { fieldId: 3, legs: [2] } } }]);
    expect(placeOf(state)).toBe('issuing');
  });
  test('K37 at most five, and a double tap on the way changes nothing', () => {
    const chosen = play(at.several, ...[1, 2, 3, 4, 5, 6, 7].map(field)).state;
    expect(chosen.stage).toMatchObject({ several: [1, 2, 3, 4, 5] });
    expect(mostFields).toBe(5);
    const { effects } = play(chosen, { kind: 'takeSeveral' }, { kind: 'takeSeveral' });
    expect(requestsIn(effects)).toHaveLength(1);
  });
  test('K37 for everybody else the first touch is the number', () => {
    expect(placeOf(play(at.several, { kind: 'several' }, field(1)).state)).toBe('issuing');
    expect(placeOf(play(at.unknown, field(1)).state)).toBe('issuing');
  });
});

describe('appointments', () => {
  test.each([
    ['unknownAppointment', {}],
    ['appointmentUsed', { number: 'B003' }],
    ['tooManyAttempts', { seconds: 60 }],
  ] as const)('K38 a code that is refused as %s is said and can be typed anew', (code, detail) => {
    const { state } = play(at.checkingIn, notIssued({ kind: 'refused', code, detail }));
    expect(state.stage).toMatchObject({ at: 'code', text: '', trouble: { code, detail } });
    expect(placeOf(play(state, { kind: 'checkInByCode', code: '5678' }, issued).state)).toBe('number');
  });
  test('K38 one code is one wish, tapped twice or retried', () => {
    const { effects } = play(
      at.code,
      { kind: 'checkInByCode', code: '1234' },
      { kind: 'checkInByCode', code: '1234' },
      notIssued({ kind: 'offline' }),
      timer('retry'),
    );
    const asked = requestsIn(effects);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual(asked[1]);
  });
  test('K38 from the start, somebody with a code who goes back is a visitor like any other', () => {
    const { state } = play(at.attract, { kind: 'enterCode' }, { kind: 'back' });
    expect(state.stage).toEqual(at.touched.stage);
  });
  test('K38 after hours a code is taken all the same, and there are no fields to go back to', () => {
    const typing = play(at.closed, { kind: 'enterCode' }, { kind: 'typed', text: '1234' }).state;
    expect(placeOf(typing)).toBe('code');
    expect(placeOf(play(typing, { kind: 'checkInByCode', code: '1234' }, issued).state)).toBe('number');
    expect(play(typing, { kind: 'back' }).state.stage).toEqual({ at: 'closed' });
    expect(placeOf(play(at.code, shut).state)).toBe('code');
    expect(play(at.code, shut, { kind: 'back' }).state.stage).toEqual({ at: 'closed' });
  });
  test('K38 a locked kiosk takes none', () => {
    const locked = liveWith({ opening: 'locked' });
    expect(play(at.attract, locked, { kind: 'enterCode' }).state.stage).toEqual({ at: 'closed' });
    expect(play(at.code, locked).state.stage).toEqual({ at: 'closed' });
    expect(play(at.closed, { kind: 'enterCode' }, locked).state.stage).toEqual({ at: 'closed' });
  });
  test('K39 somebody recognised and expected is greeted, also who never took a field', () => {
    const { state } = play(at.asked, identified({ ...expected, usualFields: [] }));
    expect(state.stage).toMatchObject({ at: 'greet', visitor: { appointment: expected.appointment } });
  });
  test('K39 the appointment is asked for by the visitor', () => {
    const { effects } = play(at.expected, { kind: 'checkIn' });
    expect(requestsIn(effects)).toMatchObject([
      { order: { wish: { kind: 'appointment', visitorRef, appointment: { id: expected.appointment.id } } } },
    ]);
    expect(requestsIn(play(at.greet, { kind: 'checkIn' }).effects)).toEqual([]);
  });
  test('K39 an appointment that is no more leads to the fields, one that was used is said', () => {
    const checking = play(at.expected, { kind: 'checkIn' }).state;
    expect(play(checking, refused('unknownAppointment')).state.stage).toMatchObject({
      at: 'fields',
      note: 'appointmentGone',
      visitor: { kind: 'known', appointment: null },
    });
    const used = { kind: 'refused', code: 'appointmentUsed', detail: { number: 'B003' } } as const;
    expect(play(checking, notIssued(used)).state.stage).toEqual({ at: 'refused', refusal: used });
    expect(
      play(checking, notIssued({ kind: 'refused', code: 'visitorRefExpired' })).state.stage,
    ).toMatchObject({ at: 'fields', note: 'appointmentGone', visitor: { kind: 'nameless' } });
  });
  test('K39 who has one may still take another number', () => {
    expect(requestsIn(play(at.expected, choose(fieldA, 'usual')).effects)).toMatchObject([
      { order: { wish: { kind: 'field', fieldId: fieldA } } },
    ]);
  });
});

describe('registering', () => {
  test.each([
    [2009, 'enrolling'],
    [1925, 'enrolling'],
    // Sixteen this year, perhaps not yet.
    [2010, 'fields'],
    [2020, 'fields'],
  ] as const)('K30 born in %d, in 2026: %s', (year, place) => {
    expect(placeOf(play(at.birth, { kind: 'born', year }).state)).toBe(place);
  });
  test('K30 too young, by the kiosk or by the server: said gently, and nothing was sent', () => {
    const young = play(at.birth, { kind: 'born', year: 2015 });
    expect(requestsIn(young.effects)).toEqual([]);
    const byServer = play(at.saving, {
      kind: 'enrolled',
      request: at.saving.serial,
      answer: { kind: 'failed', problem: { kind: 'refused', code: 'tooYoung' } },
    });
    for (const { state } of [young, byServer]) {
      expect(state.stage).toMatchObject({
        note: 'tooYoung',
        visitor: { kind: 'nameless', mayRegister: false },
      });
      expect(JSON.stringify(state)).not.toContain(typedName);
    }
  });
  test('K30 the year goes with the registration', () => {
    expect(requestsIn(play(at.enrolling, run).effects)).toMatchObject([
      { kind: 'enrol', modelId, embeddings, name: typedName, birthYear: 1980 },
    ]);
    expect(placeOf(play(at.saving, enrolled).state)).toBe('fields');
  });
  test('K31 the screen says which way to look, and stops when it has seen enough', () => {
    const look = (wanted: 'left' | null): Event => ({
      ...(seen(1)(at.enrolling) as Extract<Event, { kind: 'seen' }>),
      wanted,
    });
    const { state } = play(at.enrolling, look('left'));
    expect(state.stage).toMatchObject({ wanted: 'left' });
    expect(play(state, look(null)).state.stage).toMatchObject({ wanted: null });
    expect(play(state, run).state.stage).toMatchObject({ wanted: null, progress: 1 });
  });
});
