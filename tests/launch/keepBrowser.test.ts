import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PageNews } from '../../server/launch/devTools.ts';
import { pipedStdio, pipeFlag, watchPage } from '../../server/launch/devTools.ts';
import type { Browser, Listener } from '../../server/launch/keepBrowser.ts';
import { keepBrowser, recoveredFrom } from '../../server/launch/keepBrowser.ts';
import { chooseBrowser, ownFlags } from '../browser.ts';

type Opened = Browser & Listener & { readonly did: string[]; answers: boolean; readonly after: string };

describe('the watchdog of the browser', () => {
  let opened: Opened[] = [];
  let said: Record<string, unknown>[] = [];
  let close: () => Promise<void> = async () => {};
  const newest = (): Opened => opened.at(-1) as Opened;
  const pass = (ms: number) => vi.advanceTimersByTime(ms);

  beforeEach(() => {
    vi.useFakeTimers();
    opened = [];
    said = [];
    close = keepBrowser(
      (listener, counts) => {
        const own: Opened = {
          ...listener,
          after: recoveredFrom(counts),
          did: [],
          answers: true,
          ask: () => void (own.answers && listener.news('alive')),
          kill: () => {
            own.did.push('kill');
            listener.ended();
          },
          close: async () => void own.did.push('close'),
        };
        opened.push(own);
        return own;
      },
      (facts) => said.push(facts),
    );
  });
  afterEach(() => vi.useRealTimers());

  it('EL25 a page that answers is left alone', () => {
    pass(3_600_000);
    expect([opened.length, newest().did, said]).toEqual([1, [], []]);
  });

  it('EL25 a browser that ended is opened again, each time after twice as long', () => {
    for (const [times, wait] of [
      [1, 1_000],
      [2, 2_000],
      [3, 4_000],
    ] as const) {
      newest().ended();
      pass(wait - 1);
      expect(opened).toHaveLength(times);
      pass(1);
      expect(opened).toHaveLength(times + 1);
    }
    expect(said[0]).toEqual({ kind: 'closed', times: 1, reaction: 'reopen' });
  });

  it('EL25 a page whose process ended has its browser ended and opened again', () => {
    newest().news('crashed');
    expect(newest().did).toEqual(['kill']);
    pass(1_000);
    expect(opened).toHaveLength(2);
  });

  it('EL25 a page that hangs is given time, then its browser is ended and opened again', () => {
    newest().answers = false;
    pass(15_000);
    expect([newest().did, said.at(-1)]).toEqual([
      [],
      { kind: 'unresponsive', times: 1, reaction: 'giveTime' },
    ]);
    pass(10_000);
    expect(opened[0]?.did).toEqual(['kill']);
    pass(1_000);
    expect(opened).toHaveLength(2);
    pass(60_000);
    expect(opened).toHaveLength(2);
  });

  it('HP48 a browser that is opened again tells its page what has happened, a hang once', () => {
    expect(newest().after).toBe('');
    newest().ended();
    pass(1_000);
    expect(newest().after).toBe('?hung=0&window=1');
    newest().answers = false;
    pass(28_000);
    expect([opened.length, newest().after]).toEqual([3, '?hung=1&window=1']);
  });

  it('EL25 a page that answers in that time is left alone', () => {
    newest().answers = false;
    pass(15_000);
    newest().answers = true;
    pass(60_000);
    expect([opened.length, newest().did, said.at(-1)?.['kind']]).toEqual([1, [], 'responsive']);
  });

  it('EL25 once closed nothing is opened any more', async () => {
    newest().ended();
    await close();
    pass(60_000);
    expect(opened).toHaveLength(1);
  });
});

describe('a real browser', { timeout: 40_000 }, () => {
  /** A machine that runs everything at once is slow. */
  const patience = { timeout: 15_000 };

  /** Opens an address, and collects what is said of its page. */
  async function open(address: string) {
    const { path, env } = await chooseBrowser();
    const profile = await mkdtemp(join(tmpdir(), 'luot-watched-'));
    const flags = [...ownFlags, '--headless', `--user-data-dir=${profile}`, pipeFlag, address];
    const child = spawn(path, flags, {
      stdio: [...pipedStdio].with(2, 'ignore'),
      env: { ...process.env, ...env, HOME: profile },
    });
    onTestFinished(async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    const heard: PageNews[] = [];
    const ask = watchPage(child, (news) => heard.push(news));
    let session = '';
    child.stdio[4]?.on('data', (chunk) => {
      session ||= /"sessionId":"(\w+)"/u.exec(String(chunk))?.[1] ?? '';
    });
    /** Ends the page's process, as a fault in it would. */
    const crash = (): void => {
      (child.stdio[3] as Writable).write(
        `${JSON.stringify({ id: 0, method: 'Page.crash', sessionId: session })}\0`,
      );
    };
    return { heard, ask, crash };
  }

  const untilAlive = async (heard: readonly PageNews[], ask: () => void): Promise<void> => {
    const asked = (): readonly PageNews[] => {
      ask();
      return heard;
    };
    await expect.poll(asked, patience).toContain('alive');
  };

  it('EL26 answers for its page, without a port for others', async () => {
    const { heard, ask } = await open('data:text/html,<title>kiosk</title>');
    await untilAlive(heard, ask);
    expect(new Set(heard)).toEqual(new Set(['alive']));
  });

  it('EL26 tells when the page’s process has ended', async () => {
    const { heard, ask, crash } = await open('data:text/html,<title>kiosk</title>');
    // Before that its first, empty page may be replaced, which is no crash.
    await untilAlive(heard, ask);
    crash();
    await expect.poll(() => heard, patience).toContain('crashed');
  });
});
