import type { ReactNode } from 'react';
import { useState } from 'react';

type Props = {
  /** Names of pictures and films. */
  readonly media: readonly string[];
  readonly seconds: number;
  /** ms; all walls turn together. */
  readonly now: number;
};

const isFilm = (name: string): boolean => /\.(mp4|webm)$/iu.test(name);

/** Pictures and films beside the calls, one after another. One that cannot be shown is passed over. */
export function Slides({ media, seconds, now }: Props): ReactNode {
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const good = media.filter((name) => !broken.has(name));
  const name = good[Math.floor(now / (seconds * 1000)) % Math.max(1, good.length)];
  if (name === undefined) return <section className="wall-slides" />;
  const source = `/media/${encodeURIComponent(name)}`;
  const fail = (): void => setBroken(new Set([...broken, name]));
  return (
    <section className="wall-slides" aria-hidden="true">
      {isFilm(name) ? (
        <video key={name} src={source} autoPlay muted loop playsInline onError={fail} />
      ) : (
        <img key={name} src={source} alt="" onError={fail} />
      )}
    </section>
  );
}
