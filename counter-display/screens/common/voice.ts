import { z } from 'zod';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import { piecesOf, sentenceOf } from '../../../shared/i18n/speech/call.ts';
import type { SpokenCall } from '../../../shared/i18n/speech/call.ts';
import { readAloud } from '../../../shared/ui/browserVoice.ts';
import type { Recording, Sound } from './sound.ts';

/** The server's voices, and in which languages this screen is to speak. */
export type Speech = {
  readonly voice: View<'wall'>['voice'];
  readonly languages: readonly Language[];
};

/** s of silence after a piece that has a pause, and between two languages. */
const pauses = { piece: 0.12, sentence: 0.5 };

const manifest = z.object({ clips: z.record(z.string(), z.string()) });

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

/** Keeps what was loaded; what failed is loaded anew the next time. */
function remembered<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = load(key);
    known.set(key, now);
    now.catch(() => known.delete(key));
    return now;
  };
}

/**
 * Speaks calls: from the office's recordings, else by the server's speech, else by the browser's own voice. Without any
 * of them it is silent; the chime has been heard.
 */
export function makeVoice(sound: Sound): (call: SpokenCall, speech: Speech) => Promise<void> {
  const bytesOf = async (path: string): Promise<AudioBuffer> =>
    sound.decode(await (await fetched(path)).arrayBuffer());
  const recording = remembered(bytesOf);
  const pack = remembered(async (language) =>
    manifest.parse(await (await fetched(`/voice/clips/${language}/manifest.json`)).json()),
  );

  const fromPack = async (call: SpokenCall, language: Language): Promise<readonly Recording[]> => {
    const { clips } = await pack(language);
    return Promise.all(
      piecesOf(call, language).map(async ({ clip, pause }) => ({
        buffer: await recording(`/voice/clips/${language}/${clips[clip] ?? clip}`),
        pause: pause ? pauses.piece : 0,
      })),
    );
  };
  const fromServer = async (call: SpokenCall, language: Language): Promise<readonly Recording[]> => {
    const { number, counterNumber, how } = call;
    const query = new URLSearchParams({ number, counter: String(counterNumber), how });
    // Each sentence is said a few times at most: the server keeps it, this page does not.
    return [{ buffer: await bytesOf(`/voice/say/${language}?${query.toString()}`), pause: 0 }];
  };

  const sayIn = async (call: SpokenCall, { voice }: Speech, language: Language): Promise<void> => {
    const sources = [
      ...(voice.clips.includes(language) ? [fromPack] : []),
      ...(voice.made.includes(language) ? [fromServer] : []),
    ];
    for (const source of sources) {
      const recordings = await source(call, language).catch(() => null);
      if (recordings !== null) return sound.play(recordings);
    }
    return sound.state() === 'on' ? readAloud(sentenceOf(call, language), language) : undefined;
  };

  return async (call, speech) => {
    for (const [place, language] of speech.languages.entries()) {
      if (place > 0) await new Promise((resolve) => setTimeout(resolve, pauses.sentence * 1000));
      await sayIn(call, speech, language);
    }
  };
}
