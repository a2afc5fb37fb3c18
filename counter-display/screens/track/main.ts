import { z } from 'zod';
import { publicRequests } from '../../../shared/contract/requests/public.ts';
import type { RequestName } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import { track } from '../../../shared/contract/views/track.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { ratingWords } from '../../../shared/i18n/screens/rating.ts';
import { trackWords } from '../../../shared/i18n/screens/track.ts';
import { sayTime } from '../../../shared/i18n/time.ts';
import { openLink } from '../../../shared/link/link.ts';
import type { Rated } from '../common/rated.ts';
import { isSettled } from '../common/rated.ts';
import { makeBell } from './bell.ts';
import { h } from './dom.ts';
import { shownOf } from './model.ts';
import { pageOf } from './page.ts';
import { makePush } from './push/offer.ts';
import { ratingForm } from './rating.ts';
import './track.css';

const root = document.getElementById('root') ?? document.body;
const token = window.location.pathname.split('/').at(-1) ?? '';
const outputs: Readonly<Partial<Record<RequestName, { readonly output: z.ZodType }>>> = publicRequests;
const link = openLink(
  'track',
  { view: track, outputOf: (name) => outputs[name]?.output ?? z.never() },
  { token },
);
const bell = makeBell();
const push = makePush(link, token);
/** Of this phone; strangers who read English are greeted in it. */
let language: Language = navigator.language.startsWith('vi') ? 'vi' : 'en';
/** The newest call that this page has rung for. One that is open when the page is opened is rung for, too. */
let rungFor = 0;
let failed = false;
let asksToCancel = false;
/** Kept through views, so that what is being typed is not lost. */
let rating: { readonly language: Language; readonly element: HTMLElement } | null = null;

async function send(work: () => ReturnType<typeof link.send>): Promise<void> {
  failed = !(await work()).ok;
  draw();
}

function unknown(): HTMLElement {
  const words = trackWords[language];
  return h('main', { className: 'page over' }, h('h1', {}, words.unknown), h('p', {}, words.unknownMore));
}

/** A band over the page for what is wrong with the line or the last request. */
function band(): HTMLElement | null {
  const words = trackWords[language];
  const state = link.state();
  if (state.kind === 'cut') {
    const { view } = state;
    const old = view === null ? '' : fill(words.old, { time: sayTime(view.at, view.data.office.timeZone) });
    return h('p', { className: 'band', role: 'alert' }, `${words.cut} ${old}`);
  }
  return failed ? h('p', { className: 'band', role: 'alert' }, ratingWords[language].failed) : null;
}

function draw(): void {
  const state = link.state();
  document.documentElement.lang = language;
  if (state.kind === 'turnedAway') {
    // An old page of a newer server reads nothing; a fresh one does.
    if (state.why === 'protocol') return window.location.reload();
    return root.replaceChildren(unknown());
  }
  const view = state.kind === 'connecting' ? null : state.view;
  if (view === null) return root.replaceChildren(...[band()].filter((one) => one !== null));
  const { data } = view;
  const shown = shownOf(data, language);
  document.title = shown.title;
  if (shown.mood === 'over') push.end();
  if (data.state.kind === 'called' && data.state.announcementId > rungFor) {
    rungFor = data.state.announcementId;
    bell.ring();
  }
  const form = data.state.kind === 'done' ? data.state.rating : null;
  if (form === null) rating = null;
  else if (rating?.language !== language) {
    const give = async (rated: Rated): Promise<void> => {
      const reply = await link.send('rating:give', { ticketId: data.ticketId, ...rated });
      failed = !isSettled(reply);
      draw();
    };
    rating = { language, element: ratingForm(form, language, give) };
  }
  const page = pageOf(data, language, {
    switchLanguage: () => {
      language = language === 'vi' ? 'en' : 'vi';
      draw();
    },
    ringAllowed: bell.isOn(),
    allowRing: () => {
      bell.switchOn();
      // The sound is on a moment after the touch.
      setTimeout(draw, 300);
    },
    push: push.offer(data),
    togglePush: () => void push.toggle(data, language).then(draw),
    asksToCancel,
    askToCancel: (asks) => {
      asksToCancel = asks;
      draw();
    },
    cancel: () => void send(() => link.send('track:cancel', {})),
  });
  return root.replaceChildren(...[band(), page, rating?.element ?? null].filter((one) => one !== null));
}

link.subscribe(draw);
draw();
