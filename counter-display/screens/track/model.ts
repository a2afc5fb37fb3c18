import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { ratingWords } from '../../../shared/i18n/screens/rating.ts';
import { trackWords } from '../../../shared/i18n/screens/track.ts';
import { sayTime } from '../../../shared/i18n/time.ts';
import { sayWait } from '../../../shared/i18n/wait.ts';

type Track = View<'track'>;

/** What the page says about a ticket. */
export type Shown = {
  /** `call` fills the page. */
  readonly mood: 'calm' | 'near' | 'call' | 'over' | 'trouble';
  readonly title: string;
  /** The one line that matters now. */
  readonly headline: string;
  readonly lines: readonly string[];
  readonly counter: number | null;
  readonly mayCancel: boolean;
};

/** With no more people than this ahead it is time to come near. */
const nearAt = 2;

/** What to show; everything else on the page follows from it. */
export function shownOf(view: Track, language: Language): Shown {
  const words = trackWords[language];
  const { number, state } = view;
  const over = { mood: 'over', title: number, lines: [], counter: null, mayCancel: false } as const;
  switch (state.kind) {
    case 'waiting':
      return waiting(view, state, language);
    case 'called':
      return {
        mood: 'call',
        title: fill(words.titleNow, { number, n: state.counterNumber }),
        headline: words.goTo,
        lines: [],
        counter: state.counterNumber,
        mayCancel: false,
      };
    case 'serving':
      return { ...over, mood: 'near', headline: fill(words.serving, { n: state.counterNumber }) };
    case 'parked':
      return { ...over, mood: 'near', headline: fill(words.parked, { n: state.counterNumber }) };
    case 'missed':
      return {
        ...over,
        mood: 'trouble',
        headline: words.missed,
        lines: [words.missedMore],
        mayCancel: true,
      };
    case 'done':
      return {
        ...over,
        headline: words.done,
        lines: state.rating === null ? [ratingWords[language].thanks] : [],
      };
    case 'cancelled':
      return { ...over, headline: words.cancelled, lines: [words.newNumber] };
    case 'expired':
      return { ...over, headline: words.expired, lines: [words.newNumber] };
  }
}

function waiting(
  { number, appointmentAt, office }: Track,
  { peopleAhead, wait, notBefore }: Extract<Track['state'], { kind: 'waiting' }>,
  language: Language,
): Shown {
  const words = trackWords[language];
  const time = (at: number): string => sayTime(at, office.timeZone);
  const isNear = peopleAhead <= nearAt;
  return {
    mood: isNear ? 'near' : 'calm',
    title: fill(words.title, { number, n: peopleAhead }),
    headline: peopleAhead === 0 ? words.next : fill(words.ahead, { n: peopleAhead }),
    lines: [
      ...(notBefore === null ? [] : [fill(words.again, { time: time(notBefore) })]),
      ...(appointmentAt === null ? [] : [fill(words.appointment, { time: time(appointmentAt) })]),
      fill(words.expected, { wait: sayWait(wait, language) }),
      isNear ? words.soon : words.stay,
    ],
    counter: null,
    mayCancel: true,
  };
}
