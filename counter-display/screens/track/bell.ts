/** Makes a phone ring and shake. Browsers allow sound only after a touch, so it is switched on by one. */
export type Bell = {
  readonly isOn: () => boolean;
  /** To be called from a touch. */
  readonly switchOn: () => void;
  readonly ring: () => void;
};

/** ms on, off, on … */
const shaking = [400, 150, 400, 150, 800];
const strokes = [0, 0.45, 0.9, 1.8, 2.25, 2.7];

/** A bell that is off at first. */
export function makeBell(): Bell {
  let audio: AudioContext | null = null;
  const strike = (on: AudioContext, at: number): void => {
    const tone = new OscillatorNode(on, { frequency: 880, type: 'triangle' });
    const gain = new GainNode(on, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.6, at + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
    tone.connect(gain).connect(on.destination);
    tone.start(at);
    tone.stop(at + 0.42);
  };
  return {
    isOn: () => audio?.state === 'running',
    switchOn: () => {
      audio ??= new AudioContext();
      void audio.resume();
    },
    ring: () => {
      // Phones without a motor, and those that were never touched, simply do not shake.
      if ('vibrate' in navigator) navigator.vibrate(shaking);
      if (audio?.state !== 'running') return;
      for (const stroke of strokes) strike(audio, audio.currentTime + stroke);
    },
  };
}
