import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { paperWords } from '../../../shared/i18n/paper.ts';
import { codePath } from '../../../shared/ui/paper/code.ts';
import { useKiosk } from './kiosk.ts';

/** The way to the phone page of a ticket, to be read by a telephone off the screen. */
export function TrackCode({ url }: { readonly url: string }): ReactNode {
  const { language } = useKiosk();
  const { size, path } = useMemo(() => codePath(url), [url]);
  const { follow } = paperWords[language];
  return (
    <figure className="track-code">
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={follow}>
        <path d={path} />
      </svg>
      <figcaption aria-hidden="true">{follow}</figcaption>
    </figure>
  );
}
