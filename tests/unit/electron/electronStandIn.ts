import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { vi } from 'vitest';

/*
 * Stands in for the `electron` module, of which only the types are installed: importing the real one would download
 * Electron. Test files use it by `vi.mock('electron', () => import('./electronStandIn.ts'))`.
 */

export class FakeContents extends EventEmitter {
  readonly session: FakeSession;

  constructor(ofSession = session.defaultSession) {
    super();
    this.session = ofSession;
  }

  readonly setWindowOpenHandler = vi.fn<(handler: () => { action: string }) => void>();
  readonly setZoomFactor = vi.fn<(factor: number) => void>();
  readonly setVisualZoomLevelLimits = vi.fn<(least: number, most: number) => Promise<void>>(async () => {});
  readonly print = vi.fn<(options: object, done: (success: boolean, why: string) => void) => void>();
  readonly getURL = vi.fn<() => string>(() => '');
  readonly send = vi.fn<(channel: string, said: unknown) => void>();
  readonly forcefullyCrashRenderer = vi.fn<() => void>();
}

export type WindowOptions = {
  readonly kiosk: boolean;
  readonly show?: boolean;
  readonly webPreferences: Record<string, unknown>;
} & Partial<Box>;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  readonly webContents: FakeContents;
  readonly loadURL = vi.fn<(url: string) => Promise<void>>(async () => {});
  readonly setKiosk = vi.fn<(over: boolean) => void>();
  box: Box = { x: 0, y: 0, width: 800, height: 600 };
  readonly getBounds = (): Box => this.box;
  readonly setBounds = vi.fn<(box: Box) => void>((box) => {
    this.box = box;
  });
  readonly focus = vi.fn<() => void>();
  readonly destroy = vi.fn<() => void>(() => void this.emit('closed'));
  readonly options: WindowOptions;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.box = { x, y, width, height };
    const { partition } = options.webPreferences;
    this.webContents = new FakeContents(
      typeof partition === 'string' ? session.fromPartition(partition) : session.defaultSession,
    );
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  folder = '';
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.switches.push(`${name}=${value}`),
  };
  readonly enableSandbox = vi.fn<() => void>();
  readonly exit = vi.fn<(code: number) => void>();
  readonly quit = vi.fn<() => void>();
  readonly requestSingleInstanceLock = vi.fn<() => boolean>(() => true);
  readonly whenReady = vi.fn<() => Promise<void>>(async () => {});
  readonly getVersion = (): string => '9.8.7';
  readonly getAppPath = (): string => this.folder;
  readonly getPath = (_name: 'userData'): string => join(this.folder, 'own');
  readonly relaunch = vi.fn<(options: object) => void>();
}

export const app = new FakeApp();

export class FakeSession extends EventEmitter {
  readonly setPermissionRequestHandler = vi.fn<(handler: RequestHandler) => void>();
  readonly setPermissionCheckHandler = vi.fn<(handler: CheckHandler) => void>();
  readonly setCertificateVerifyProc = vi.fn<(proc: CertificateProc) => void>();
  readonly setDevicePermissionHandler = vi.fn<(handler: () => boolean) => void>();
}
type CertificateProc = (asked: unknown, answer: (verdict: number) => void) => void;
type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: unknown,
) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: unknown) => boolean;

const partitions = new Map<string, FakeSession>();
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (name: string): FakeSession => {
    const known = partitions.get(name) ?? new FakeSession();
    partitions.set(name, known);
    return known;
  },
};

export type FakeDisplay = { readonly id: number; readonly label: string; readonly bounds: Box };
class FakeScreen extends EventEmitter {
  /** The first is the primary one. */
  displays: FakeDisplay[] = [{ id: 1, label: 'DELL', bounds: { x: 0, y: 0, width: 1080, height: 1920 } }];
  readonly getAllDisplays = (): readonly FakeDisplay[] => this.displays;
  readonly getPrimaryDisplay = (): FakeDisplay | undefined => this.displays[0];
}
export const screen = new FakeScreen();

export class FakeProcess extends EventEmitter {
  readonly pid = 4711;
  readonly kill = vi.fn<() => boolean>(() => true);
}
export const utilityProcess = {
  fork: vi.fn<(script: string, args: readonly string[], options: object) => FakeProcess>(
    () => new FakeProcess(),
  ),
};
export const Menu = { setApplicationMenu: vi.fn<(menu: null) => void>() };
export const powerSaveBlocker = { start: vi.fn<(kind: string) => number>(() => 1) };
class FakeIpcMain extends EventEmitter {
  readonly handle = vi.fn<(channel: string, handler: IpcHandler) => void>();
}
export type IpcHandler = (event: { readonly senderFrame: object | null }, input: unknown) => unknown;
export const ipcMain = new FakeIpcMain();
class FakeIpcRenderer extends EventEmitter {
  readonly sendSync = vi.fn<(channel: string) => unknown>();
  readonly invoke = vi.fn<(channel: string, input: unknown) => Promise<unknown>>();
}
export const ipcRenderer = new FakeIpcRenderer();
export const contextBridge = { exposeInMainWorld: vi.fn<(name: string, value: unknown) => void>() };
export const net = {
  fetch: vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.reject(new Error('nobody is there')),
  ),
};

export type Handler = (request: Request) => Promise<Response>;
export const protocol = {
  registerSchemesAsPrivileged: vi.fn<(schemes: unknown) => void>(),
  handle: vi.fn<(scheme: string, handler: Handler) => void>(),
};

/** Emits an event that can be prevented. @returns whether a listener prevented it. */
export function prevented(
  emitter: EventEmitter,
  name: string,
  facts: object = {},
  ...rest: unknown[]
): boolean {
  const preventDefault = vi.fn<() => void>();
  emitter.emit(name, { ...facts, preventDefault }, ...rest);
  return preventDefault.mock.calls.length > 0;
}
