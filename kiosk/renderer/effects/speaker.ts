import { longestSpoken } from '../../../shared/contract/routes.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { deviceToken } from '../../../shared/link/device.ts';
import { post } from '../../../shared/link/post.ts';
import { canReadAloud, readAloud, stopReading } from '../../../shared/ui/browserVoice.ts';

/** Reads to the visitor. */
export type Speaker = {
  /** Whether there is a voice for the language, the server's or the browser's own. */
  readonly speaks: (language: Language) => boolean;
  /** Says lines one after another; whatever is being said is broken off. */
  readonly say: (lines: readonly string[], language: Language) => void;
  readonly stop: () => void;
};

/** A line in parts that are short enough to be asked for, broken between sentences, else between words. */
function partsOf(line: string): string[] {
  const text = line.replaceAll(/\s+/gu, ' ').trim();
  if (text.length <= longestSpoken) return text === '' ? [] : [text];
  const head = text.slice(0, longestSpoken);
  const end = Math.max(head.lastIndexOf('. ') + 1, 0) || Math.max(head.lastIndexOf(' '), 1);
  return [text.slice(0, end), ...partsOf(text.slice(end))];
}

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer;

/**
 * @param made in which languages the server makes speech now.
 * @returns a speaker that says what the server makes of the words, and what it fails to make with the browser's own voice.
 */
export function makeSpeaker(made: () => readonly Language[]): Speaker {
  let audio: AudioContext | null = null;
  let playing: AudioBufferSourceNode | null = null;
  /** Counts what is to be said; whatever belongs to an earlier one is late. */
  let turn = 0;

  const fetched = async (text: string, language: Language): Promise<AudioBuffer | null> => {
    const token = deviceToken('kiosk');
    const reply = await post('/api/speak', { language, text, ...(token === undefined ? {} : { token }) });
    if (!reply.ok) return null;
    audio ??= new AudioContext();
    return audio.decodeAudioData(bytesOf(reply.value.wav)).catch(() => null);
  };
  const play = (buffer: AudioBuffer): Promise<void> =>
    new Promise((resolve) => {
      if (audio === null) return resolve();
      // A browser that allows no sound yet begins at the next touch.
      audio.resume().catch(() => undefined);
      playing = new AudioBufferSourceNode(audio, { buffer });
      playing.addEventListener('ended', () => resolve());
      playing.connect(audio.destination);
      return playing.start();
    });
  const stop = (): void => {
    turn += 1;
    playing?.stop();
    playing = null;
    stopReading();
  };
  const sayAll = async (parts: readonly string[], language: Language): Promise<void> => {
    const mine = turn;
    const byServer = made().includes(language);
    // The next one is made while one is heard.
    let coming = byServer && parts[0] !== undefined ? fetched(parts[0], language) : null;
    for (const [place, text] of parts.entries()) {
      const buffer = await coming;
      if (mine !== turn) return;
      const following = parts[place + 1];
      coming = byServer && following !== undefined ? fetched(following, language) : null;
      await (buffer === null ? readAloud(text, language) : play(buffer));
      if (mine !== turn) return;
    }
  };
  return {
    speaks: (language) => made().includes(language) || canReadAloud(language),
    say: (lines, language) => {
      stop();
      void sayAll(lines.flatMap(partsOf), language);
    },
    stop,
  };
}
