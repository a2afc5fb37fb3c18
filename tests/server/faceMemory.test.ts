import { describe, expect, test } from 'vitest';
import { makeFaceMemory } from '../../server/usecases/faceMemory.ts';
import { visitorId } from '../factories/ids.ts';
import { embeddingOf } from '../factories/visitors.ts';

const seen = (person: number) => ({ vector: embeddingOf(person, 0, 4), quality: person / 500 });

describe('what is remembered of faces', () => {
  test('RV14 is a copy, until its time is over or it is forgotten', () => {
    const memory = makeFaceMemory();
    const probe = seen(1);
    memory.keepProbe('a', probe, 100, 0);
    memory.keepProbe('b', seen(2), 100, 0);
    const found = memory.probe('a', 100);
    expect(found).toEqual(seen(1));
    memory.forgetProbe('a');
    expect([memory.probe('a', 100), memory.probe('b', 101)]).toEqual([null, null]);
    // Neither what was given nor what was got is overwritten.
    expect([probe, found]).toEqual([seen(1), seen(1)]);
  });

  test('RV14 is never more than two hundred faces, the newest', () => {
    const memory = makeFaceMemory();
    for (let i = 0; i < 500; i++) memory.keepProbe(String(i), seen(i), 1_000, i);
    const kept = Array.from({ length: 500 }, (_, i) => memory.probe(String(i), 500) !== null);
    expect(kept.lastIndexOf(false)).toBe(299);
    expect(kept.filter(Boolean)).toHaveLength(200);
  });

  test('RV7 knows the questions that were answered, and about whom none is asked', () => {
    const memory = makeFaceMemory();
    const id = visitorId(1);
    expect([memory.isUsed('q', 0), memory.mayAskAbout(id, 0)]).toEqual([false, true]);
    memory.useQuestion('q', 10, 0);
    memory.blockQuestions(id, 20, 0);
    expect([memory.isUsed('q', 10), memory.mayAskAbout(id, 20)]).toEqual([true, false]);
    expect([memory.isUsed('q', 11), memory.mayAskAbout(id, 21)]).toEqual([false, true]);
    expect(memory.mayAskAbout(visitorId(2), 20)).toBe(true);
  });
});
