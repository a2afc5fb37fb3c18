import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { readCard } from '../../vision/card/reader.ts';
import { useKiosk } from './kiosk.ts';
import './CardView.css';

/** The camera's picture with a frame to hold a card in. Whatever card is held there is read, until it is. */
export function CardView(): ReactNode {
  const { words, view, act, preview } = useKiosk();
  const video = useRef<HTMLVideoElement>(null);
  const { businessDay } = view;
  useEffect(() => {
    const element = video.current;
    const stream = preview();
    if (element !== null) element.srcObject = stream;
    const failed = (): void => act({ kind: 'readerFailed' });
    const end = stream && readCard(stream, businessDay, (read) => act({ kind: 'cardRead', read }), failed);
    if (stream === null) failed();
    return () => {
      end?.();
      // The picture of one visitor's card is not kept for the next, not even in a hidden element.
      if (element !== null) element.srcObject = null;
    };
  }, [preview, act, businessDay]);
  return (
    <div className="card-view">
      <video ref={video} autoPlay muted playsInline aria-label={words.cardPreview} />
      <span className="card-frame" aria-hidden="true" />
    </div>
  );
}
