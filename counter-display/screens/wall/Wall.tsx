import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Stamped } from '../../../shared/contract/views.ts';
import type { Link } from '../../../shared/link/link.ts';
import { useServerTime } from '../../../shared/link/useLink.ts';
import { useWish } from '../../../shared/link/useWish.ts';
import { announcer } from '../common/announce.ts';
import { CutBanner } from '../common/CutBanner.tsx';
import { SoundButton } from '../common/SoundButton.tsx';
import { openSound } from '../common/sound.ts';
import { useAnnouncements } from '../common/useAnnouncements.ts';
import { useSoundTest } from './useSoundTest.ts';
import { hearingNow } from './hearing.ts';
import { wallModel } from './model.ts';
import { Calls } from './parts/Calls.tsx';
import { Fields } from './parts/Fields.tsx';
import { Header } from './parts/Header.tsx';
import { Hero } from './parts/Hero.tsx';
import { Notice } from './parts/Notice.tsx';
import { Recent } from './parts/Recent.tsx';
import { Slides } from './parts/Slides.tsx';

type Props = {
  readonly view: Stamped<'wall'>;
  readonly cutSince: number | null;
  readonly link: Link<'wall'>;
};

/** The board everybody in the hall looks at. */
export function Wall({ view: { epoch, data }, cutSince, link }: Props): ReactNode {
  const [sound] = useState(openSound);
  const [announce] = useState(() => announcer(sound, () => hearingNow(link)));
  const announcing = useAnnouncements(epoch, data.calls, announce);
  useSoundTest(data, announcing, announce);
  const now = useServerTime(link);
  useWish(link, { wish: data.wish, epoch, idle: announcing === null, locked: false });
  const model = wallModel(data, announcing, now);
  const { timeZone } = data.office;
  return (
    <div
      className="wall"
      data-cut={cutSince !== null}
      data-slides={model.hasSlides}
      data-notice={data.setting.notice !== null}
    >
      <CutBanner since={cutSince} timeZone={timeZone} />
      <Header office={data.office} now={now} />
      <main className="wall-main">
        <Hero call={model.hero} announcing={announcing} />
        {model.hasSlides ? (
          <Slides media={data.media} seconds={data.setting.slideSeconds} now={now} />
        ) : (
          <Recent calls={model.recent} />
        )}
        <Calls page={model.calls} />
        <Fields page={model.fields} />
      </main>
      <Notice notice={data.setting.notice} now={now} />
      <SoundButton sound={sound} />
    </div>
  );
}
