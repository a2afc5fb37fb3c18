import type { ReactNode } from 'react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { kioskWords } from '../../shared/i18n/kiosk.ts';
import { reserveWords } from '../../shared/i18n/screens/reserve.ts';
import { parseCitizenCard } from '../../shared/domain/citizenCard.ts';
import type { View } from '../../shared/contract/views.ts';
import type { Link, LinkState } from '../../shared/link/link.ts';
import { useLinkState, useServerTime } from '../../shared/link/useLink.ts';
import { useWish } from '../../shared/link/useWish.ts';
import type { HeadPointer } from './effects/headPointer.ts';
import { makeHeadPointer } from './effects/headPointer.ts';
import type { Journey } from './effects/journey.ts';
import { startJourney } from './effects/journey.ts';
import type { Reserve } from './effects/reserve.ts';
import { startReserve } from './effects/reserve.ts';
import { openReserveStore } from './effects/reserveStore.ts';
import { listenToScanners } from './effects/scanners.ts';
import { makeSound } from './effects/sound.ts';
import type { Speaker } from './effects/speaker.ts';
import { makeSpeaker } from './effects/speaker.ts';
import type { Machine } from './effects/machine.ts';
import { healthOf } from './effects/machine.ts';
import type { Vision } from './effects/vision.ts';
import { makeVision } from './effects/vision.ts';
import { givesItself } from './flow/giving.ts';
import { seesFaces } from './flow/step.ts';
import type { Reserve as Left, State } from './flow/types.ts';
import { HelpPanel } from './help/HelpPanel.tsx';
import { watchForListeners } from './help/hold.ts';
import { useModes } from './help/modes.ts';
import { Frame } from './parts/Frame.tsx';
import type { Kiosk } from './parts/kiosk.ts';
import { KioskContext } from './parts/kiosk.ts';
import { makePrint } from './printing/print.ts';
import { Offline } from './screens/Offline.tsx';
import { Stage } from './screens/Stage.tsx';

const viewOf = (line: LinkState<'kiosk'>): View<'kiosk'> | null =>
  line.kind === 'live' || line.kind === 'cut' ? (line.view?.data ?? null) : null;

type Running = {
  readonly journey: Journey;
  readonly vision: Vision;
  readonly head: HeadPointer;
  readonly reserve: Reserve;
  readonly speaker: Speaker;
};

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
    const reserve = startReserve(link, openReserveStore());
    const journey = startJourney({
      link,
      vision,
      play: makeSound(),
      print: makePrint(link.send, reserve.view),
      reserve,
    });
    const head = makeHeadPointer(() => reserve.view()?.dwellMs ?? Infinity);
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
    const speaker = makeSpeaker(() => viewOf(link.state())?.speaks ?? []);
    const endListening = watchForListeners(
      () => isStart(journey.state()) && speaker.speaks(journey.state().language),
      () => journey.dispatch({ kind: 'helpBy', mode: 'sound', on: true }),
    );
    window.addEventListener('pointerdown', touch, true);
    window.addEventListener('keydown', touch, true);
    setRunning({ journey, vision, head, reserve, speaker });
    return () => {
      window.removeEventListener('pointerdown', touch, true);
      window.removeEventListener('keydown', touch, true);
      endScanner();
      endListening();
      speaker.stop();
      unfollow();
      unwatch();
      journey.close();
      reserve.close();
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
function notices(state: State, words: Kiosk['words']): readonly string[] {
  const { camera, stage, office, language } = state;
  if (state.line === 'gone')
    return stage.at === 'number' || stage.at === 'offline' ? [] : [reserveWords[language].notice];
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
  (stage.at !== 'issuing' || line !== 'live');

/** Whether the kiosk could be restarted without taking anything from anybody. */
const isIdle = ({ stage }: State): boolean => ['attract', 'closed', 'offline'].includes(stage.at);

/** Where nobody's visit is under way, and the screen takes touches. */
const isStart = ({ stage }: State): boolean => stage.at === 'attract' || stage.at === 'closed';

/** What counts as another screen for a finger that is on its way. */
function screenOf(stage: State['stage']): string {
  if (stage.at === 'fields' && stage.several !== null) return 'several';
  return stage.at === 'mineForget' && stage.sure ? 'mineForget-sure' : stage.at;
}

/** The office as far as the kiosk can speak for it alone: its own numbers are left, and nobody is looked up. */
const aloneWith = (view: View<'kiosk'>, left: Left): View<'kiosk'> => ({
  ...view,
  hasAppointments: false,
  fields: view.fields.map((field) => ({ ...field, left: left.get(field.id) ?? 0 })),
});

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
  const words = kioskWords[language];
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
        notices={notices(state, words)}
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
