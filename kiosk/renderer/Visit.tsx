import type { ReactNode } from 'react';
import { useMemo, useSyncExternalStore } from 'react';
import { kioskWords } from '../../shared/i18n/kiosk.ts';
import type { Link } from '../../shared/link/link.ts';
import { useLinkState, useServerTime } from '../../shared/link/useLink.ts';
import { useWish } from '../../shared/link/useWish.ts';
import type { Machine } from './effects/machine.ts';
import type { Running } from './effects/running.ts';
import { useRunning, viewOf } from './effects/running.ts';
import { givesItself } from './flow/giving.ts';
import { aloneWith, canLeave, isIdle, screenOf } from './flow/standing.ts';
import { seesFaces } from './flow/step.ts';
import { HelpPanel } from './help/HelpPanel.tsx';
import { useModes } from './help/modes.ts';
import { Frame } from './parts/Frame.tsx';
import type { Kiosk } from './parts/kiosk.ts';
import { KioskContext } from './parts/kiosk.ts';
import { Offline } from './screens/Offline.tsx';
import { Stage } from './screens/Stage.tsx';
import { notices } from './text/notices.ts';

type Props = { readonly link: Link<'kiosk'>; readonly machine: Machine };

/** The kiosk while the server knows it. */
export function Visit({ link, machine }: Props): ReactNode {
  const running = useRunning(link, machine);
  return running === null ? null : <Screens link={link} {...running} />;
}

function Screens({
  link,
  journey,
  vision,
  head,
  reserve,
  speaker,
}: Running & { readonly link: Link<'kiosk'> }): ReactNode {
  const line = useLinkState(link);
  const state = useSyncExternalStore(journey.subscribe, journey.state);
  const now = useServerTime(reserve);
  const { language, stage, help } = state;
  useModes(help);
  const isAlone = state.line === 'gone';
  const known = viewOf(line) ?? reserve.view();
  const view = useMemo(
    () => (known !== null && isAlone ? aloneWith(known, state.reserve) : known),
    [known, isAlone, state.reserve],
  );
  const wish = view?.wish ?? null;
  useWish(link, {
    wish,
    epoch: line.kind === 'live' ? line.view.epoch : '',
    idle: isIdle(state),
    locked: wish?.locked === true && stage.at === 'closed',
  });
  const kiosk = useMemo<Kiosk | null>(
    () =>
      view && {
        language,
        words: kioskWords[language],
        view,
        isAlone,
        act: journey.dispatch,
        head,
        help,
        speaks: speaker.speaks(language),
        preview: vision.preview,
      },
    [view, isAlone, language, journey, vision, head, help, speaker],
  );
  if (kiosk === null || (stage.at === 'offline' && !givesItself(state)))
    return (
      <Offline
        language={language}
        starting={state.line === 'connecting'}
        onLanguage={(next) => journey.dispatch({ kind: 'language', language: next })}
      />
    );
  return (
    <KioskContext value={kiosk}>
      <Frame
        screen={help.open ? 'help' : screenOf(stage)}
        closing={state.closing}
        canLeave={canLeave(state)}
        now={now}
        notices={notices(state)}
        speaker={speaker}
      >
        {help.open ? (
          <HelpPanel />
        ) : (
          <Stage
            stage={stage}
            seesFaces={seesFaces(state) && !isAlone}
            lineAway={state.line !== 'live'}
            now={now}
          />
        )}
      </Frame>
    </KioskContext>
  );
}
