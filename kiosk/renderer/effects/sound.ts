/** Two short, soft tones; drawn by the machine itself, so that there is no file to load. */
const tones = {
  greeting: [523.25, 659.25],
  number: [659.25, 880],
} as const;
export type Sound = keyof typeof tones;

/**
 * @returns a player. A browser that allows no sound yet stays silent.
 */
export function makeSound(): (sound: Sound) => void {
  let audio: AudioContext | null = null;
  return (sound) => {
    audio ??= new AudioContext();
    if (audio.state !== 'running') {
      // A late greeting would come to the wrong visitor.
      audio.resume().catch(() => undefined);
      return;
    }
    const start = audio.currentTime;
    tones[sound].forEach((frequency, index) => audio && playTone(audio, frequency, start + index * 0.14));
  };
}

function playTone(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = new OscillatorNode(audio, { frequency, type: 'sine' });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.42);
}
