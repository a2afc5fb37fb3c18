import { afterEach, describe, expect, it, vi } from 'vitest';

type Listener = (event: object) => void;

/** The service worker of a ticket's page in a scope of its own, and what it does there. */
async function started(search: string) {
  const listeners = new Map<string, Listener>();
  const shown: (readonly [string, NotificationOptions])[] = [];
  const opened: string[] = [];
  const tabs: { url: string; focus: () => Promise<void> }[] = [];
  vi.stubGlobal('location', { search });
  vi.stubGlobal('addEventListener', (kind: string, listener: Listener) => listeners.set(kind, listener));
  vi.stubGlobal('registration', {
    scope: 'https://mot-cua.example.vn/t/aToken-123',
    showNotification: (title: string, options: NotificationOptions) => {
      shown.push([title, options]);
      return Promise.resolve();
    },
  });
  vi.stubGlobal('clients', {
    matchAll: () => Promise.resolve(tabs),
    openWindow: (url: string) => Promise.resolve(opened.push(url)),
  });
  vi.resetModules();
  await import('../../../counter-display/screens/track/push/notifier.ts');
  const tell = async (kind: string, event: object): Promise<void> => {
    const work: Promise<unknown>[] = [];
    listeners.get(kind)?.({ ...event, waitUntil: (one: Promise<unknown>) => work.push(one) });
    await Promise.all(work);
  };
  const push = (ahead: number) => tell('push', { data: { json: () => ({ number: 'A012', ahead }) } });
  return { shown, opened, tabs, push, tell };
}

afterEach(() => vi.unstubAllGlobals());

describe('what the phone shows', () => {
  it('TR15 is the number and how many are ahead, in the language of the page', async () => {
    const vietnamese = await started('?lang=vi');
    await vietnamese.push(3);
    await vietnamese.push(0);
    expect(vietnamese.shown).toEqual([
      [
        'Số của Ông/Bà: A012',
        { body: 'Còn 3 người phía trước. Xin Ông/Bà có mặt gần quầy.', lang: 'vi', tag: 'A012' },
      ],
      [
        'Số của Ông/Bà: A012',
        { body: 'Sắp đến lượt Ông/Bà. Xin Ông/Bà có mặt gần quầy.', lang: 'vi', tag: 'A012' },
      ],
    ]);
    const english = await started('?lang=en');
    await english.push(2);
    expect(english.shown[0]?.[1]).toMatchObject({ lang: 'en', body: expect.stringContaining('2') as string });
  });

  it('TR15 is nothing for a push that says nothing', async () => {
    const { shown, tell } = await started('?lang=vi');
    await tell('push', { data: null });
    expect(shown).toEqual([]);
  });

  it('TR15 leads to the ticket’s page: the tab that shows it, or a new one', async () => {
    const { opened, tabs, tell } = await started('');
    const notification = { close: vi.fn<() => void>() };
    await tell('notificationclick', { notification });
    expect(opened).toEqual(['https://mot-cua.example.vn/t/aToken-123']);
    const focus = vi.fn<() => Promise<void>>(() => Promise.resolve());
    tabs.push({ url: 'https://mot-cua.example.vn/t/aToken-123?x', focus });
    await tell('notificationclick', { notification });
    expect([opened.length, focus.mock.calls.length, notification.close.mock.calls.length]).toEqual([1, 1, 2]);
  });
});
