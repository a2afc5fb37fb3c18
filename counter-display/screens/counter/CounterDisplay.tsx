import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Stamped } from '../../../shared/contract/views.ts';
import { displayWords } from '../../../shared/i18n/screens/displays.ts';
import { sayDate, sayTime, sayWeekday } from '../../../shared/i18n/time.ts';
import type { Link } from '../../../shared/link/link.ts';
import { useServerTime } from '../../../shared/link/useLink.ts';
import { useWish } from '../../../shared/link/useWish.ts';
import type { Hearing } from '../common/announce.ts';
import { announcer } from '../common/announce.ts';
import { CutBanner } from '../common/CutBanner.tsx';
import { SoundButton } from '../common/SoundButton.tsx';
import { openSound } from '../common/sound.ts';
import { useAnnouncements } from '../common/useAnnouncements.ts';
import { counterModel } from './model.ts';
import { Rating } from './rating/Rating.tsx';
import { useRating } from './rating/useRating.ts';
import { Stage } from './Stage.tsx';

const { vi, en } = displayWords;
const chimeOnly: Hearing = { voice: { clips: [], made: [] }, languages: [], volumePercent: 100 };
type Props = {
  readonly view: Stamped<'counter'>;
  readonly cutSince: number | null;
  readonly link: Link<'counter'>;
};

/** The tablet at a desk, turned to the visitor. */
export function CounterDisplay({ view: { epoch, data }, cutSince, link }: Props): ReactNode {
  const [sound] = useState(openSound);
  // The hall is told by the wall; at the desk a chime is enough.
  const [announce] = useState(() => announcer(sound, () => chimeOnly));
  const calls = useMemo(() => (data.call === null ? [] : [data.call]), [data]);
  const announcing = useAnnouncements(epoch, calls, announce);
  const now = useServerTime(link);
  const { timeZone, name } = data.office;
  const model = counterModel(data);
  const rating = useRating(data, link, now);
  const { asked } = rating;
  // Nobody is interrupted in saying what they think.
  const idle = announcing === null && asked === null;
  useWish(link, { wish: data.wish, epoch, idle, locked: false });
  return (
    <div className="desk" data-cut={cutSince !== null} data-state={asked === null ? model.kind : 'rating'}>
      <CutBanner since={cutSince} timeZone={timeZone} />
      <header className="desk-header">
        <p className="desk-counter">
          <span>
            {vi.counter}
            <small lang="en">{en.counter}</small>
          </span>
          <b className="tabular">{data.counter.number}</b>
        </p>
        {data.officerName !== null && (
          <p className="desk-officer">
            <span>
              {vi.officer}
              <small lang="en">{en.officer}</small>
            </span>
            <b>{data.officerName}</b>
          </p>
        )}
      </header>
      {asked !== null ? (
        <Rating asked={asked} form={data.rating} rating={rating} disabled={cutSince !== null} />
      ) : (
        <Stage model={model} announcementId={announcing?.announcementId ?? null} />
      )}
      <footer className="desk-footer tabular">
        <span>{name.vi}</span>
        <span>
          {sayWeekday(now, timeZone, 'vi')}, {sayDate(now, timeZone)} · <b>{sayTime(now, timeZone)}</b>
        </span>
      </footer>
      <SoundButton sound={sound} />
    </div>
  );
}
