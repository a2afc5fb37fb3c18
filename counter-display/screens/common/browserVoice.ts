import type { Language } from '../../../shared/contract/schemas.ts';

/** A voice that never says that it has ended must not hold up the next call. */
const longestMs = 20_000;
/** Slower than in conversation: a hall has an echo. */
const rate = 0.9;

/** Reads a sentence with a voice the browser has for the language; ends at once if it has none. */
export function readAloud(sentence: string, language: Language): Promise<void> {
  // Not every browser that shows the screens can speak.
  if (!('speechSynthesis' in window)) return Promise.resolve();
  const voice = window.speechSynthesis
    .getVoices()
    .find(({ lang }) => lang.toLowerCase().startsWith(language));
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
