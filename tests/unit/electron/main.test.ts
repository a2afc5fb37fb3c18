import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Electron from './electronStandIn.ts';

let folder = '';
let errors = '';
const argv = process.argv;
const listenersBefore = process.listeners('uncaughtException');

/** Each start runs main.ts anew, with an Electron of its own. */
function afresh(): void {
  vi.resetModules();
  vi.doMock('electron', () => import('./electronStandIn.ts'));
}

beforeEach(async () => {
  afresh();
  errors = '';
  folder = await mkdtemp(join(tmpdir(), 'luot-main-'));
  await mkdir(join(folder, 'dist/kiosk'), { recursive: true });
  await writeFile(join(folder, 'dist/kiosk/index.html'), 'the page');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    errors += String(line);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.argv = argv;
  for (const listener of process.listeners('uncaughtException'))
    if (!listenersBefore.includes(listener)) process.off('uncaughtException', listener);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  await rm(folder, { recursive: true });
});

/** Runs main.ts with a fresh stand-in for Electron, prepared by `prepare`. `window` is undefined if none was opened. */
async function start(
  prepare: (electron: typeof Electron) => void = () => {},
  args = ['--server=http://192.168.1.10:8085'],
) {
  const electron = await import('./electronStandIn.ts');
  electron.app.folder = folder;
  process.argv = ['luot', ...args];
  prepare(electron);
  await import('../../../kiosk/main/main.ts');
  await Promise.resolve();
  return { ...electron, window: electron.BrowserWindow.opened[0] };
}

test('EL11 the page runs sandboxed and isolated over the whole display', async () => {
  const { app, window, Menu, protocol } = await start();
  expect(window?.loadURL.mock.calls).toEqual([['app://kiosk/']]);
  expect(window?.options).toMatchObject({
    kiosk: true,
    frame: false,
    webPreferences: {
      preload: join(folder, 'dist/kiosk-main/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      // A file dropped on the window leads nowhere.
      navigateOnDragDrop: false,
      // Covered by something, it goes on looking and counting; and it may greet before anybody has touched it.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  expect(window?.options.webPreferences).not.toHaveProperty('webSecurity');
  expect(app.enableSandbox).toHaveBeenCalled();
  expect(Menu.setApplicationMenu).toHaveBeenCalledWith(null);
  expect(app.switches).toEqual(['disable-pinch=', 'overscroll-history-navigation=0']);
  // Electron refuses a scheme that comes after it is ready.
  const registered = protocol.registerSchemesAsPrivileged.mock.invocationCallOrder[0];
  expect(registered).toBeLessThan(app.whenReady.mock.invocationCallOrder[0] ?? 0);
});

test('EL11 from source there are developer tools and a menu', async () => {
  const { window, Menu } = await start(({ app }) => (app.isPackaged = false));
  expect(window?.options.webPreferences['devTools']).toBe(true);
  expect(Menu.setApplicationMenu).not.toHaveBeenCalled();
});

test('EL10 EL12 the rules are set before the first window opens', async () => {
  const { session, window, prevented } = await start();
  expect(session.defaultSession.setPermissionRequestHandler).toHaveBeenCalledTimes(1);
  expect(session.defaultSession.setPermissionCheckHandler).toHaveBeenCalledTimes(1);
  const { webContents } = window as Electron.BrowserWindow;
  expect(prevented(webContents, 'will-frame-navigate', { url: 'https://evil.example/' })).toBe(true);
  expect(prevented(webContents, 'before-input-event', {}, { key: 'F12', code: 'F12' })).toBe(true);
});

test('EL5 EL9 page and bridge are there, with the server that was given', async () => {
  const { protocol, ipcMain } = await start();
  const handler = protocol.handle.mock.calls[0]?.[1];
  expect(await (await handler?.(new Request('app://kiosk/')))?.text()).toBe('the page');
  const event = { senderFrame: { url: 'app://kiosk/', parent: null }, returnValue: null };
  ipcMain.emit('luot:serverUrl', event);
  expect(event.returnValue).toBe('http://192.168.1.10:8085');
});

test('EL4 the display is kept awake', async () => {
  const { powerSaveBlocker } = await start();
  expect(powerSaveBlocker.start.mock.calls).toEqual([['prevent-display-sleep']]);
});

test('EL2 a second start brings the open kiosk to the front', async () => {
  const { app, window } = await start();
  app.emit('second-instance');
  expect(window?.focus).toHaveBeenCalledTimes(1);
});

test('EL2 the second start itself opens nothing and ends with 0', async () => {
  const { app, window } = await start((electron) =>
    electron.app.requestSingleInstanceLock.mockReturnValue(false),
  );
  expect([window, app.exit.mock.calls]).toEqual([undefined, [[0]]]);
  expect(errors).toBe('A kiosk is already open on this machine.\n');
});

test('EL1 a wrong address ends the start with 1 and one line', async () => {
  const { app, window } = await start(undefined, ['--server=nowhere']);
  expect([window, app.exit.mock.calls]).toEqual([undefined, [[1]]]);
  expect(errors).toBe('--server=nowhere is not an http or https address\n');
});

test('EL3 a missing page ends the start with 1 and one line', async () => {
  await rm(join(folder, 'dist/kiosk/index.html'));
  const { app, window } = await start();
  expect([window, app.exit.mock.calls]).toEqual([undefined, [[1]]]);
  expect(errors).toBe(`The kiosk page is missing in ${join(folder, 'dist/kiosk')}.\n`);
});

test.each([
  ['installed', true, 0],
  ['from source', false, 1],
])('EL14 when all windows are closed, %s, the shell quits %#', async (_name, installed, times) => {
  const { app } = await start((electron) => (electron.app.isPackaged = installed));
  app.emit('window-all-closed');
  expect(app.quit).toHaveBeenCalledTimes(times);
});

test('EL22 a broken pipe does not end the kiosk', async () => {
  const { app } = await start();
  expect(() => process.stdout.emit('error', new Error('write EPIPE'))).not.toThrow();
  expect(() => process.stderr.emit('error', new Error('write EPIPE'))).not.toThrow();
  expect(app.exit).not.toHaveBeenCalled();
});

test('EL18 a failure of the shell itself is one line and exit code 1, without a message box', async () => {
  const { app } = await start();
  const added = process.listeners('uncaughtException').filter((one) => !listenersBefore.includes(one));
  expect(added).toHaveLength(1);
  added[0]?.(new Error('broken'), 'uncaughtException');
  expect(app.exit.mock.calls).toEqual([[1]]);
  expect(errors).toContain('The kiosk shell failed: Error: broken');
});

/** What a caller of the bridge gets. */
const call = async ({ ipcMain }: typeof Electron, name: string, input: object): Promise<unknown> => {
  const handler = ipcMain.handle.mock.calls.find(([channel]) => channel === `luot:${name}`)?.[1];
  return handler?.({ senderFrame: { url: 'app://kiosk/', parent: null } }, input);
};

test('EL28 without --server the installed shell runs the server with its data in the user’s folder', async () => {
  const { utilityProcess, window } = await start(undefined, ['--host=0.0.0.0', '--tls']);
  expect(utilityProcess.fork.mock.calls).toEqual([
    [
      join(folder, 'dist/server/server.cjs'),
      ['--data', join(folder, 'own/data'), '--host', '0.0.0.0', '--tls'],
      { serviceName: 'Lượt server', stdio: 'inherit' },
    ],
  ]);
  expect(window).toBeDefined();
});

test('EL28 with --server, and from source, it runs none', async () => {
  expect((await start()).utilityProcess.fork).not.toHaveBeenCalled();
  afresh();
  const fromSource = await start(({ app }) => (app.isPackaged = false), []);
  expect(fromSource.utilityProcess.fork).not.toHaveBeenCalled();
});

test('ID41 with --scanner the port is read in a process of its own, and the page is told', async () => {
  const { utilityProcess, window } = await start(undefined, ['--server=http://s:1', '--scanner=COM3']);
  expect(utilityProcess.fork.mock.calls).toEqual([
    [join(folder, 'dist/kiosk-main/scannerProcess.cjs'), ['COM3'], expect.anything()],
  ]);
  window?.webContents.getURL.mockReturnValue('app://kiosk/');
  const reader = utilityProcess.fork.mock.results[0]?.value as Electron.FakeProcess | undefined;
  reader?.emit('message', { line: '001190012345|' });
  expect(window?.webContents.send.mock.calls).toEqual([['luot:scanned', '001190012345|']]);
});

test('EL37 over https kiosk and wall hold to the certificate, over http there is none', async () => {
  const { session } = await start(undefined, ['--server=https://192.168.1.10:8085']);
  for (const one of [session.defaultSession, session.fromPartition('persist:wall')])
    expect(one.setCertificateVerifyProc).toHaveBeenCalledTimes(1);
  afresh();
  expect((await start()).session.defaultSession.setCertificateVerifyProc).not.toHaveBeenCalled();
});

test('EL30 --set-pin keeps a PIN and ends; with it the next start opens the maintenance page', async () => {
  const { app, window } = await start(undefined, ['--set-pin=482913']);
  expect([window, app.exit.mock.calls]).toEqual([undefined, [[0]]]);
  afresh();
  const electron = await start();
  expect(await call(electron, 'maintain', { what: 'look' })).toEqual({ kind: 'shut' });
  expect(await call(electron, 'maintain', { what: 'unlock', pin: '482913' })).toMatchObject({
    kind: 'open',
    report: {
      version: '9.8.7',
      serverUrl: 'http://192.168.1.10:8085',
      certificate: null,
      displays: [{ id: 1, label: 'DELL', width: 1080, height: 1920, shows: 'kiosk' }],
    },
  });
  await call(electron, 'maintain', { what: 'reload' });
  expect(electron.window?.loadURL).toHaveBeenCalledTimes(2);
  await call(electron, 'maintain', { what: 'restart' });
  expect([electron.app.relaunch.mock.calls.length, electron.app.quit.mock.calls.length]).toEqual([1, 1]);
});

test('EL12 a wall may show the server’s pages and nothing else, and gets no camera', async () => {
  const electron = await start();
  const { BrowserWindow, session, prevented } = electron;
  const wall = new BrowserWindow({ kiosk: true, webPreferences: { partition: 'persist:wall' } });
  const leads = (url: string) => !prevented(wall.webContents, 'will-frame-navigate', { url });
  expect(leads('http://192.168.1.10:8085/wall')).toBe(true);
  expect([leads('http://192.168.1.11:8085/wall'), leads('app://kiosk/')]).toEqual([false, false]);
  const answer = vi.fn<(granted: boolean) => void>();
  const details = {
    isMainFrame: true,
    requestingUrl: 'http://192.168.1.10:8085/wall',
    mediaTypes: ['video'],
  };
  session
    .fromPartition('persist:wall')
    .setPermissionRequestHandler.mock.lastCall?.[0](null, 'media', answer, details);
  expect(answer.mock.calls).toEqual([[false]]);
});

test('EL35 it restarts at night when the page says that nobody is there', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 23, 20, 0), toFake: ['setInterval', 'Date'] });
  try {
    const electron = await start(undefined, ['--server=http://192.168.1.10:8085', '--restart-at=03:30']);
    const { app } = electron;
    await call(electron, 'health', { idle: false });
    vi.advanceTimersByTime(8 * 3_600_000);
    expect(app.relaunch).not.toHaveBeenCalled();
    await call(electron, 'health', { idle: true });
    vi.advanceTimersByTime(60_000);
    expect([app.relaunch.mock.calls.length, app.quit.mock.calls.length]).toEqual([1, 1]);
  } finally {
    vi.useRealTimers();
  }
});
