import type { ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';
import { useKiosk } from './kiosk.ts';
import './HeadCursor.css';

/**
 * A soft light where the head points, and around what it points at a ring; when it is full, that is chosen. As long as
 * this is on a screen, the head may choose there.
 */
export function HeadCursor(): ReactNode {
  const { head, help } = useKiosk();
  // Who listens instead of looking turns the head for other reasons.
  useEffect(() => (help.sound ? undefined : head.open()), [head, help.sound]);
  const cursor = useSyncExternalStore(head.subscribe, head.cursor);
  const ring = useSyncExternalStore(head.subscribe, head.ring);
  if (cursor === null) return null;
  const translate = `${String(Math.round(cursor.x))}px ${String(Math.round(cursor.y))}px`;
  return (
    <div className="head" aria-hidden="true">
      {ring && (
        <svg key={ring.id} style={{ left: ring.x, top: ring.y, width: ring.width, height: ring.height }}>
          <rect className="head-track" />
          <rect
            className="head-fill"
            pathLength="100"
            strokeDasharray={`${String(Math.round(ring.share * 100))} 200`}
          />
        </svg>
      )}
      <div className="head-cursor" style={{ translate }} />
    </div>
  );
}
