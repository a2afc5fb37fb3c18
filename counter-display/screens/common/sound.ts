/** What a browser lets the page do: some allow no sound until somebody has touched the page. */
export type SoundState = 'starting' | 'on' | 'blocked';

export type Sound = {
  readonly state: () => SoundState;
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called from a touch or key press. */
  readonly enable: () => void;
  /** Plays the two tones and ends after them; without leave to play, ends at once. */
  readonly chime: () => Promise<void>;
};

/** E5, then C5: a falling third, the ding-dong that people know from stations. */
const tones = [
  { hertz: 659.25, at: 0, lasts: 1.1 },
  { hertz: 523.25, at: 0.55, lasts: 1.5 },
] as const;
const chimeMs = 2_100;
/** A browser that allows sound has begun by then. */
const startMs = 1_000;

/** One struck bar: a fundamental with a quieter octave, loud at once and fading away. */
function strike(audio: AudioContext, hertz: number, at: number, lasts: number): void {
  for (const [harmonic, volume] of [
    [1, 0.5],
    [2, 0.12],
  ] as const) {
    const tone = new OscillatorNode(audio, { frequency: hertz * harmonic, type: 'sine' });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(volume, at + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0005, at + lasts);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + lasts);
  }
}

/** Opens the page's sound. The tones are made by the browser, so that nothing has to be loaded. */
export function openSound(): Sound {
  const audio = new AudioContext();
  const listeners = new Set<() => void>();
  let starting = true;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  audio.addEventListener('statechange', tell);
  setTimeout(() => {
    starting = false;
    tell();
  }, startMs);
  return {
    state: () => (audio.state === 'running' ? 'on' : starting ? 'starting' : 'blocked'),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enable: () => void audio.resume(),
    chime: async () => {
      if (audio.state !== 'running') return;
      for (const { hertz, at, lasts } of tones) strike(audio, hertz, audio.currentTime + 0.02 + at, lasts);
      await new Promise((resolve) => setTimeout(resolve, chimeMs));
    },
  };
}
