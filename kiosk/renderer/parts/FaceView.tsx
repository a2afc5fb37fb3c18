import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Hint, Wanted } from '../../vision/protocol.ts';
import { useKiosk } from './kiosk.ts';
import './FaceView.css';

type Props = {
  readonly hint: Hint | null;
  /** Share of the good frames that are collected, 0..1. */
  readonly progress: number;
  /** What is said while there is nothing to correct. */
  readonly resting: string;
  /** Which way the visitor is to look. */
  readonly wanted?: Wanted;
};

/** Begins at the top, as a clock does. */
const oval = 'M50 3A47 61 0 0 1 50 125A47 61 0 0 1 50 3';

/** The visitor in a mirror, an oval to stand in, how far the camera is, and one short sentence. */
export function FaceView({ hint, progress, resting, wanted }: Props): ReactNode {
  const { words, preview } = useKiosk();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    element.srcObject = preview();
    return () => {
      // The picture of one visitor is not kept for the next, not even in a hidden element.
      element.srcObject = null;
    };
  }, [preview]);
  return (
    <div className="face">
      <div className="face-oval">
        <video ref={video} autoPlay muted playsInline aria-label={words.preview} />
        <svg viewBox="0 0 100 128" aria-hidden="true">
          <path className="face-track" d={oval} />
          <path
            className="face-progress"
            d={oval}
            pathLength="100"
            strokeDasharray={`${String(Math.round(progress * 100))} 200`}
          />
          {(wanted === 'left' || wanted === 'right') && (
            <path className={`face-arrow face-arrow-${wanted}`} d="M38 64H14M24 53 13 64l11 11" />
          )}
        </svg>
      </div>
      <output className={hint === null ? 'face-hint' : 'face-hint face-hint-do'}>
        {hint === null ? resting : words[`hint_${hint}`]}
      </output>
    </div>
  );
}
