import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { tellAhead } from '../../../../shared/domain/ahead.ts';
import type { Link } from '../../../../shared/link/link.ts';

/** What the page can offer now; null: nothing. */
export type Offer = 'ask' | 'on' | 'blocked' | 'failed' | null;

/** Only browsers that push, on a page that came by https. Those of iPhones do so for pages on the home screen only. */
const canPush = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window;

/** Being told by push. What it takes is loaded once somebody wants it: most do not. */
export type Push = {
  readonly offer: (view: View<'track'>) => Offer;
  /** Switches it on, or off; to be called from a touch, since browsers ask for leave only then. */
  readonly toggle: (view: View<'track'>, language: Language) => Promise<void>;
  /** Has the browser forget about a ticket that is over. */
  readonly end: () => void;
};

/** @param token of the ticket, as in the address of its page. */
export function makePush(link: Link<'track'>, token: string): Push {
  let hasFailed = false;
  let hasEnded = false;

  const offer: Push['offer'] = ({ state }) => {
    if (state.kind !== 'waiting' || state.push === null || !canPush()) return null;
    if (state.push.on) return 'on';
    // The turn is near enough to stay.
    if (state.peopleAhead <= tellAhead) return null;
    if (Notification.permission === 'denied') return 'blocked';
    return hasFailed ? 'failed' : 'ask';
  };
  return {
    offer,
    toggle: async (view, language) => {
      const now = offer(view);
      if (view.state.kind !== 'waiting' || view.state.push === null) return;
      const { key } = view.state.push;
      try {
        // Before anything else is waited for, or it is a touch no longer.
        if (now !== 'on' && (await Notification.requestPermission()) !== 'granted') return;
        const { subscribe, unsubscribe } = await import('./subscribe.ts');
        const subscription = now === 'on' ? null : await subscribe({ key, token, language });
        if (subscription === null) await unsubscribe();
        hasFailed = !(await link.send('track:setPush', { subscription })).ok;
      } catch {
        // No way to the browser's push service, or none that it lets pages use.
        hasFailed = true;
      }
    },
    end: () => {
      if (hasEnded || !canPush()) return;
      hasEnded = true;
      void navigator.serviceWorker.getRegistration().then((registration) => registration?.unregister());
    },
  };
}
