import type { Language, PushSubscription } from '../../../../shared/contract/schemas.ts';
// oxlint-disable-next-line import/default -- Vite makes one: the address of the worker it builds.
import notifierUrl from './notifier.ts?worker&url';

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

type How = { readonly key: string; readonly token: string; readonly language: Language };

/**
 * Has the browser listen for what the office tells about a ticket.
 * @param how.key the office's public key, in base64url.
 * @returns where the browser is reached. Rejects if it cannot be.
 */
export async function subscribe({ key, token, language }: How): Promise<PushSubscription> {
  // One worker for each ticket's page, so that it knows which page to open and tickets are never mixed up.
  await navigator.serviceWorker.register(`${notifierUrl}?lang=${language}`, { scope: `/t/${token}` });
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(key),
  });
  const [p256dh, auth] = [subscription.getKey('p256dh'), subscription.getKey('auth')];
  if (p256dh === null || auth === null) throw new Error('the browser cannot open messages');
  return { endpoint: subscription.endpoint, p256dh: base64url(p256dh), auth: base64url(auth) };
}

/** Has the browser listen no longer. */
export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  await registration?.unregister();
}
