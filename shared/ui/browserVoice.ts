import type { Language } from '../contract/schemas.ts';

/** A voice that never says that it has ended must not hold up the next call. */
const longestMs = 20_000;
/** Slower than in conversation: a hall has an echo. */
const rate = 0.9;

function voiceOf(language: Language): SpeechSynthesisVoice | undefined {
  // Not every browser that shows the screens can speak.
  if (!('speechSynthesis' in window)) return undefined;
  return window.speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language));
}

/** Whether the browser has a voice of its own for the language, as far as it has told yet. */
export const canReadAloud = (language: Language): boolean => voiceOf(language) !== undefined;

/** Reads a sentence with a voice the browser has for the language; ends at once if it has none. */
export function readAloud(sentence: string, language: Language): Promise<void> {
  const voice = voiceOf(language);
  if (voice === undefined) return Promise.resolve();
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = rate;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    utterance.addEventListener('end', end);
    utterance.addEventListener('error', end);
    window.speechSynthesis.speak(utterance);
  });
}

/** Breaks off what is being read. */
export function stopReading(): void {
  if ('speechSynthesis' in window) window.speechSynthesis.cancel();
}
