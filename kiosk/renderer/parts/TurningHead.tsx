import type { ReactNode } from 'react';
import type { Side } from '../../vision/protocol.ts';
import './FaceView.css';
import './TurningHead.css';

/** A head that shows, as in a mirror, which way to turn; around it, how far the visitor has come. */
export function TurningHead({
  side,
  progress,
}: {
  readonly side: Side;
  readonly progress: number;
}): ReactNode {
  return (
    <svg className={`turning turning-${side}`} viewBox="0 0 240 240" aria-hidden="true">
      <circle className="face-track" cx="120" cy="120" r="112" />
      <circle
        className="face-progress"
        cx="120"
        cy="120"
        r="112"
        pathLength="100"
        strokeDasharray={`${String(Math.round(progress * 100))} 200`}
        transform="rotate(-90 120 120)"
      />
      {/* Drawn for the left; the right is its mirror image. */}
      <g className="turning-side">
        <path
          className="turning-neck"
          d="M98 160v18c0 6-34 8-46 28 40 24 96 24 136 0-12-20-46-22-46-28v-18"
        />
        <ellipse className="turning-skin" cx="120" cy="112" rx="46" ry="58" />
        <g className="turning-features">
          <path className="turning-hair" d="M74 108c-4-70 96-70 92 0-6-20-16-32-46-34-30 2-40 14-46 34Z" />
          <circle cx="103" cy="112" r="5" />
          <circle cx="137" cy="112" r="5" />
          <path className="turning-line" d="M120 116l-5 18h8M106 150q14 9 28 0" />
        </g>
        <path className="turning-arrow" d="M66 112H30M46 94 28 112l18 18" />
      </g>
    </svg>
  );
}
