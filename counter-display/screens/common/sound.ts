/** What a browser lets the page do: some allow no sound until somebody has touched the page. */
export type SoundState = 'starting' | 'on' | 'blocked';

/** A recording, and how long it is silent after it, s. */
export type Recording = { readonly buffer: AudioBuffer; readonly pause: number };

export type Sound = {
  readonly state: () => SoundState;
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called from a touch or key press. */
  readonly enable: () => void;
  /** 0 silent .. 1 as loud as recorded; for everything from now on. */
  readonly setVolume: (volume: number) => void;
  /** Plays the two tones and ends after them; without leave to play, ends at once. */
  readonly chime: () => Promise<void>;
  /** Plays recordings one after another without a gap but their pauses; without leave to play, ends at once. */
  readonly play: (recordings: readonly Recording[]) => Promise<void>;
  /** @throws if the bytes are no recording this browser knows. */
  readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>;
};

/** E5, then C5: a falling third, the ding-dong that people know from stations. */
const tones = [
  { hertz: 659.25, at: 0, lasts: 1.1 },
  { hertz: 523.25, at: 0.55, lasts: 1.5 },
] as const;
const chimeMs = 2_100;
/** A browser that allows sound has begun by then. */
const startMs = 1_000;
/** s; time for the browser to take a sound up, so that the first one is not cut. */
const lead = 0.02;

const pauseMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One struck bar: a fundamental with a quieter octave, loud at once and fading away. */
function strike(to: AudioNode, hertz: number, at: number, lasts: number): void {
  for (const [harmonic, volume] of [
    [1, 0.5],
    [2, 0.12],
  ] as const) {
    const tone = new OscillatorNode(to.context, { frequency: hertz * harmonic, type: 'sine' });
    const gain = new GainNode(to.context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(volume, at + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0005, at + lasts);
    tone.connect(gain).connect(to);
    tone.start(at);
    tone.stop(at + lasts);
  }
}

/** Opens the page's sound. The tones are made by the browser, so that nothing has to be loaded. */
export function openSound(): Sound {
  const audio = new AudioContext();
  const out = new GainNode(audio);
  out.connect(audio.destination);
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
    setVolume: (volume) => {
      out.gain.value = volume;
    },
    chime: async () => {
      if (audio.state !== 'running') return;
      for (const { hertz, at, lasts } of tones) strike(out, hertz, audio.currentTime + lead + at, lasts);
      await pauseMs(chimeMs);
    },
    play: async (recordings) => {
      if (audio.state !== 'running') return;
      const begin = audio.currentTime + lead;
      let at = begin;
      for (const { buffer, pause } of recordings) {
        const source = new AudioBufferSourceNode(audio, { buffer });
        source.connect(out);
        source.start(at);
        at += buffer.duration + pause;
      }
      await pauseMs((at - begin + lead) * 1000);
    },
    decode: (bytes) => audio.decodeAudioData(bytes),
  };
}
