import { fill } from '../../../../shared/i18n/language.ts';
import { trackWords } from '../../../../shared/i18n/screens/track.ts';

/**
 * The service worker of one ticket's page: shows what the office tells, also when the page is closed, and opens it. A
 * file of its own, loaded only by phones that asked for it.
 */

/** As much of a service worker as is used here; the compiler knows pages only. */
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void };
type PushEvent = Waiting & { readonly data: { readonly json: () => unknown } | null };
type ClickEvent = Waiting & { readonly notification: Notification };
type Tab = { readonly url: string; readonly focus: () => Promise<unknown> };
type ServiceWorker = {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    readonly matchAll: (which: { type: 'window'; includeUncontrolled: true }) => Promise<readonly Tab[]>;
    readonly openWindow: (url: string) => Promise<unknown>;
  };
  readonly addEventListener: {
    (kind: 'push', listen: (event: PushEvent) => void): void;
    (kind: 'notificationclick', listen: (event: ClickEvent) => void): void;
  };
};
const worker = globalThis as unknown as ServiceWorker;

const language = new URLSearchParams(globalThis.location.search).get('lang') === 'en' ? 'en' : 'vi';
const words = trackWords[language];

/** What `server/push` sends. */
type Message = { readonly number: string; readonly ahead: number };

worker.addEventListener('push', (event) => {
  if (event.data === null) return;
  const { number, ahead } = event.data.json() as Message;
  const news = ahead === 0 ? words.next : fill(words.ahead, { n: ahead });
  event.waitUntil(
    worker.registration.showNotification(`${words.yourNumber}: ${number}`, {
      body: `${news}. ${words.soon}`,
      lang: language,
      // A later one takes the place of an earlier one.
      tag: number,
    }),
  );
});

/** The page of the ticket: the tab that shows it, or a new one. */
async function showPage(): Promise<void> {
  const { scope } = worker.registration;
  const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tab = tabs.find(({ url }) => url.startsWith(scope));
  await (tab === undefined ? worker.clients.openWindow(scope) : tab.focus());
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showPage());
});
