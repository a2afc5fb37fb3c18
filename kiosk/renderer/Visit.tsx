import type { ReactNode } from 'react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { kioskWords } from '../../shared/i18n/kiosk.ts';
import { parseCitizenCard } from '../../shared/domain/citizenCard.ts';
import type { View } from '../../shared/contract/views.ts';
import type { Link, LinkState } from '../../shared/link/link.ts';
import { useLinkState, useServerTime } from '../../shared/link/useLink.ts';
import type { HeadPointer } from './effects/headPointer.ts';
import { makeHeadPointer } from './effects/headPointer.ts';
import type { Journey } from './effects/journey.ts';
import { startJourney } from './effects/journey.ts';
import { listenToScanners } from './effects/scanners.ts';
import { makeSound } from './effects/sound.ts';
import type { Machine } from './effects/machine.ts';
import { healthOf } from './effects/machine.ts';
import type { Vision } from './effects/vision.ts';
import { makeVision } from './effects/vision.ts';
import { seesFaces } from './flow/step.ts';
import type { State } from './flow/types.ts';
import { Frame } from './parts/Frame.tsx';
import type { Kiosk } from './parts/kiosk.ts';
import { KioskContext } from './parts/kiosk.ts';
import { makePrint } from './printing/print.ts';
import { Offline } from './screens/Offline.tsx';
import { Stage } from './screens/Stage.tsx';

const viewOf = (line: LinkState<'kiosk'>): View<'kiosk'> | null =>
  line.kind === 'live' || line.kind === 'cut' ? (line.view?.data ?? null) : null;

type Running = { readonly journey: Journey; readonly vision: Vision; readonly head: HeadPointer };

/** Shows the pointer the visitor's head; once the visitor has left, whoever is seen may be the next one. */
function watchHead(vision: Vision, journey: Journey, head: HeadPointer): () => void {
  return vision.subscribe((report) => {
    const { watch, face } = journey.state();
    if (report.kind === 'seen' && report.task === watch.task)
      head.see(face === 'gone' ? null : report.pointing);
  });
}

/** The journey as long as this page has this link; every touch anywhere is told to it. */
function useRunning(link: Link<'kiosk'>, machine: Machine): Running | null {
  const [running, setRunning] = useState<Running | null>(null);
  useEffect(() => {
    const vision = makeVision();
    const journey = startJourney({
      link,
      vision,
      play: makeSound(),
      print: makePrint(link.send, () => viewOf(link.state())),
    });
    const head = makeHeadPointer(() => viewOf(link.state())?.dwellMs ?? Infinity);
    const unwatch = watchHead(vision, journey, head);
    const unfollow = machine.follow({
      link,
      isIdle: () => isIdle(journey.state()),
      faults: vision.faults,
      camera: () => healthOf(journey.state().camera),
    });
    const touch = (): void => {
      head.stop();
      journey.dispatch({ kind: 'touch' });
    };
    const endScanner = listenToScanners(window.luot ?? null, {
      told: (text) => {
        const view = viewOf(link.state());
        if (view !== null)
          journey.dispatch({ kind: 'cardRead', read: parseCitizenCard(text, view.businessDay) });
      },
      expected: () => journey.state().stage.at === 'card',
    });
    window.addEventListener('pointerdown', touch, true);
    window.addEventListener('keydown', touch, true);
    setRunning({ journey, vision, head });
    return () => {
      window.removeEventListener('pointerdown', touch, true);
      window.removeEventListener('keydown', touch, true);
      endScanner();
      unfollow();
      unwatch();
      journey.close();
      vision.close();
      setRunning(null);
    };
  }, [link, machine]);
  return running;
}

type Props = { readonly link: Link<'kiosk'>; readonly machine: Machine };

/** The kiosk while the server knows it. */
export function Visit({ link, machine }: Props): ReactNode {
  const running = useRunning(link, machine);
  return running === null ? null : <Screens link={link} {...running} />;
}

/** Calm sentences about the kiosk itself: its camera where a visit begins, its printer until a number is taken. */
function notices({ camera, stage, office }: State, words: Kiosk['words']): readonly string[] {
  const isStart = stage.at === 'attract';
  const noPaper = office?.printer === 'trouble' && (isStart || stage.at === 'greet' || stage.at === 'fields');
  return [
    ...(noPaper ? [words.noPaper] : []),
    ...(isStart && camera.kind === 'none' ? [words.cameraOff] : []),
    ...(isStart && camera.kind === 'ready' ? [words.cameraNotice] : []),
  ];
}

/** Only these have a visit that can be left; a wish under way is better waited for. */
const canLeave = ({ stage, line }: State): boolean =>
  !['attract', 'closed', 'offline', 'number', 'refused'].includes(stage.at) &&
  (stage.at !== 'issuing' || line === 'away');

/** Whether the kiosk could be restarted without taking anything from anybody. */
const isIdle = ({ stage }: State): boolean => ['attract', 'closed', 'offline'].includes(stage.at);

/** What counts as another screen for a finger that is on its way. */
function screenOf(stage: State['stage']): string {
  if (stage.at === 'fields' && stage.several !== null) return 'several';
  return stage.at === 'mineForget' && stage.sure ? 'mineForget-sure' : stage.at;
}

function Screens({ link, journey, vision, head }: Running & { readonly link: Link<'kiosk'> }): ReactNode {
  const line = useLinkState(link);
  const state = useSyncExternalStore(journey.subscribe, journey.state);
  const now = useServerTime(link);
  const { language, stage } = state;
  const view = viewOf(line);
  const words = kioskWords[language];
  const kiosk = useMemo<Kiosk | null>(
    () =>
      view && {
        language,
        words: kioskWords[language],
        view,
        act: journey.dispatch,
        head,
        preview: vision.preview,
      },
    [view, language, journey, vision, head],
  );
  if (kiosk === null || stage.at === 'offline')
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
        screen={screenOf(stage)}
        closing={state.closing}
        canLeave={canLeave(state)}
        now={now}
        notices={notices(state, words)}
      >
        <Stage stage={stage} seesFaces={seesFaces(state)} lineAway={state.line === 'away'} now={now} />
      </Frame>
    </KioskContext>
  );
}
