import { useEffect, useState } from 'react';
import { parseCitizenCard } from '../../../shared/domain/citizenCard.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { Link, LinkState } from '../../../shared/link/link.ts';
import { isIdle, isStart } from '../flow/standing.ts';
import { watchForListeners } from '../help/hold.ts';
import { makePrint } from '../printing/print.ts';
import type { HeadPointer } from './headPointer.ts';
import { makeHeadPointer } from './headPointer.ts';
import type { Journey } from './journey.ts';
import { startJourney } from './journey.ts';
import type { Machine } from './machine.ts';
import { healthOf } from './machine.ts';
import type { Reserve } from './reserve.ts';
import { startReserve } from './reserve.ts';
import { openReserveStore } from './reserveStore.ts';
import { listenToScanners } from './scanners.ts';
import { makeSound } from './sound.ts';
import type { Speaker } from './speaker.ts';
import { makeSpeaker } from './speaker.ts';
import type { Vision } from './vision.ts';
import { makeVision } from './vision.ts';

/** The last that the server said, if the line was ever there. */
export const viewOf = (line: LinkState<'kiosk'>): View<'kiosk'> | null =>
  line.kind === 'live' || line.kind === 'cut' ? (line.view?.data ?? null) : null;

/** All that a kiosk's page keeps going. */
export type Running = {
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
export function useRunning(link: Link<'kiosk'>, machine: Machine): Running | null {
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
