import { setTimeout as sleep } from 'node:timers/promises';
import { findSet, readManifest } from '../../../models/manifest.ts';
import { dimensionOf } from '../../../models/set.ts';
import type { Client } from '../../factories/clients.ts';
import { embeddingOf } from '../../factories/visitors.ts';
import type { Sent } from './diary.ts';
import { note } from './diary.ts';

/** More than register between two kills. */
const perRound = 100;
/** How long a visitor takes to register here. */
const registerMs = 25;

/** What a kiosk sees of a made-up person. */
function sightOf(modelId: string, person: number) {
  const set = findSet(readManifest(), modelId);
  if (set === undefined) throw new Error(`there is no model set ${modelId}`);
  return {
    modelId,
    embeddings: [0, 1, 2].map((shot) => [...embeddingOf(person, shot, dimensionOf(set))]),
    quality: 0.8,
  };
}

/** Registers one visitor after another until the line breaks. @param round by which nobody comes twice. */
export async function registrar(diary: Sent[], kiosk: Client<'kiosk'>, round: number): Promise<void> {
  const { modelId, consent } = kiosk.view();
  for (let i = 0; kiosk.socket.connected && i < perRound; i++) {
    const input = {
      ...sightOf(modelId, round * perRound + i),
      card: null,
      name: null,
      birthYear: 1950,
      consent: { version: consent.version, language: 'vi' },
    };
    await note(diary, 'registrar', kiosk, 'visitor:enrol', input);
    await sleep(registerMs);
  }
}

/**
 * Lets everybody who was registered, or nearly, come again.
 * @returns how many are known, and what is wrong: whoever was told that they are registered has to be.
 */
export async function comeAgain(
  kiosk: Client<'kiosk'>,
  diary: readonly Sent[],
): Promise<{ readonly known: number; readonly wrong: readonly string[] }> {
  const tried = diary.filter(({ name }) => name === 'visitor:enrol');
  const wrong: string[] = [];
  let known = 0;
  for (const { input, answer } of tried) {
    const { embeddings, modelId } = input as unknown as { embeddings: number[][]; modelId: string };
    const seen = await kiosk.do('visitor:identify', { embeddings, modelId, quality: 0.8, previous: null });
    if (seen.kind === 'recognised') known += 1;
    else if (answer?.ok === true) wrong.push(`somebody who was registered is ${seen.kind}`);
  }
  return { known, wrong };
}
