import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import type { Stamped } from '../../../shared/contract/views.ts';
import type { Link } from '../../../shared/link/link.ts';
import { useServerTime } from '../../../shared/link/useLink.ts';
import { announceBy } from '../common/announce.ts';
import { CutBanner } from '../common/CutBanner.tsx';
import { SoundButton } from '../common/SoundButton.tsx';
import { openSound } from '../common/sound.ts';
import { useAnnouncements } from '../common/useAnnouncements.ts';
import { wallModel } from './model.ts';
import { Calls } from './parts/Calls.tsx';
import { Fields } from './parts/Fields.tsx';
import { Header } from './parts/Header.tsx';
import { Hero } from './parts/Hero.tsx';
import { Recent } from './parts/Recent.tsx';

type Props = {
  readonly view: Stamped<'wall'>;
  readonly cutSince: number | null;
  readonly link: Link<'wall'>;
};

/** The board everybody in the hall looks at. */
export function Wall({ view: { epoch, data }, cutSince, link }: Props): ReactNode {
  const [sound] = useState(openSound);
  const announce = useCallback(() => announceBy(sound), [sound]);
  const announcing = useAnnouncements(epoch, data.calls, announce);
  const now = useServerTime(link);
  const model = wallModel(data, announcing, now);
  const { timeZone } = data.office;
  return (
    <div className="wall" data-cut={cutSince !== null}>
      <CutBanner since={cutSince} timeZone={timeZone} />
      <Header office={data.office} now={now} />
      <main className="wall-main">
        <Hero call={model.hero} announcing={announcing} />
        <Calls page={model.calls} />
        <Recent calls={model.recent} />
        <Fields page={model.fields} />
      </main>
      <SoundButton sound={sound} />
    </div>
  );
}
