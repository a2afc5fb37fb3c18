import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { lock } from '../../../kiosk/main/lockdown.ts';
import { isOwnPage } from '../../../kiosk/main/page.ts';
import { restrict } from '../../../kiosk/main/permissions.ts';
import { FakeContents, FakeSession, prevented } from './electronStandIn.ts';

vi.mock('electron', () => import('./electronStandIn.ts'));

const own = 'app://kiosk/';
const others = [
  '',
  'null',
  'about:blank',
  'app://other/',
  'app://kiosk.evil/',
  'app://kiosk:1/',
  'http://kiosk/',
  'https://evil.example/app://kiosk/',
  'http://127.0.0.1:8085/kiosk/',
  'file:///etc/passwd',
  'data:text/html,hello',
];

const key = (name: string, held: string[] = [], code = '') => ({
  key: name,
  code,
  control: held.includes('Ctrl'),
  alt: held.includes('Alt'),
  meta: held.includes('Meta'),
  shift: held.includes('Shift'),
});

describe('permissions', () => {
  let session = new FakeSession();
  beforeEach(() => {
    session = new FakeSession();
    restrict(session as unknown as Session);
  });

  const asked = (permission: string, details: object): boolean | undefined => {
    const answer = vi.fn<(granted: boolean) => void>();
    session.setPermissionRequestHandler.mock.lastCall?.[0](null, permission, answer, details);
    return answer.mock.lastCall?.[0];
  };
  const checked = (permission: string, origin: string, details: object): boolean | undefined =>
    session.setPermissionCheckHandler.mock.lastCall?.[0](null, permission, origin, details);

  test.each([
    ['media', { mediaTypes: ['video'] }, true],
    ['media', { mediaTypes: ['audio'] }, false],
    ['media', { mediaTypes: ['video', 'audio'] }, false],
    ['media', { mediaTypes: [] }, false],
    ['media', {}, false],
    ['display-capture', { mediaTypes: ['video'] }, false],
    ['local-network-access', {}, true],
    ['local-network', {}, true],
    ['loopback-network', {}, true],
    ['fullscreen', {}, false],
    ['geolocation', {}, false],
    ['notifications', {}, false],
    ['clipboard-read', {}, false],
    ['openExternal', { externalURL: 'https://evil.example' }, false],
    ['fileSystem', { filePath: '/etc/passwd' }, false],
    ['unknown', {}, false],
  ])('EL10 when the page asks for %s %j the answer is %s', (permission, details, granted) => {
    expect(asked(permission, { isMainFrame: true, requestingUrl: own, ...details })).toBe(granted);
    expect(asked(permission, { isMainFrame: false, requestingUrl: own, ...details })).toBe(false);
  });

  test.each([
    ['media', { mediaType: 'video' }, true],
    ['media', {}, true],
    ['media', { mediaType: 'audio' }, false],
    ['loopback-network', {}, true],
    ['hid', {}, false],
    ['serial', {}, false],
    ['usb', {}, false],
    ['persistent-storage', {}, false],
  ])('EL10 when the page checks %s %j the answer is %s', (permission, details, held) => {
    expect(checked(permission, own, { isMainFrame: true, ...details })).toBe(held);
    expect(checked(permission, 'app://kiosk', { isMainFrame: true, ...details })).toBe(held);
    expect(checked(permission, own, { isMainFrame: false, ...details })).toBe(false);
  });

  test.each(others)('EL10 %j gets neither camera nor network', (url) => {
    expect(isOwnPage(url)).toBe(false);
    expect(asked('media', { isMainFrame: true, requestingUrl: url, mediaTypes: ['video'] })).toBe(false);
    expect(checked('media', url, { isMainFrame: true, mediaType: 'video' })).toBe(false);
    expect(asked('loopback-network', { isMainFrame: true, requestingUrl: url })).toBe(false);
  });

  test('EL10 no device is given and nothing is downloaded', () => {
    expect(session.setDevicePermissionHandler.mock.lastCall?.[0]()).toBe(false);
    expect(prevented(session, 'will-download')).toBe(true);
  });
});

describe('contents', () => {
  let contents = new FakeContents();
  beforeEach(() => {
    contents = new FakeContents();
    lock(contents as unknown as WebContents, isOwnPage, true);
  });

  test.each(['will-frame-navigate', 'will-redirect'])('EL12 %s leads nowhere else', (event) => {
    for (const url of others) expect([url, prevented(contents, event, { url })]).toEqual([url, true]);
    expect(prevented(contents, event, { url: `${own}?reload` })).toBe(false);
  });

  test('EL12 no window, no embedded view, no context menu', () => {
    expect(contents.setWindowOpenHandler.mock.lastCall?.[0]()).toEqual({ action: 'deny' });
    expect(prevented(contents, 'will-attach-webview')).toBe(true);
    expect(prevented(contents, 'context-menu')).toBe(true);
  });

  test('EL12 whatever is loaded is shown in its own size and cannot be pinched', () => {
    contents.emit('did-finish-load');
    expect(contents.setZoomFactor).toHaveBeenCalledWith(1);
    expect(contents.setVisualZoomLevelLimits).toHaveBeenCalledWith(1, 1);
  });

  const typing = [
    key('a'),
    key('Ư', ['Shift']),
    key('1', [], 'Numpad1'),
    key('Enter'),
    key('Tab'),
    key('Tab', ['Shift']),
    key('Escape'),
    key('ArrowLeft'),
    key('Backspace'),
    key('Alt', ['Alt'], 'AltLeft'),
    // A card scanner typing ễ.
    key('7', ['Alt'], 'Numpad7'),
  ];
  const shortcuts = [
    key('F5'),
    key('F11'),
    key('F12'),
    key('r', ['Ctrl']),
    key('R', ['Ctrl', 'Shift']),
    key('I', ['Ctrl', 'Shift']),
    key('i', ['Meta', 'Alt']),
    key('r', ['Meta']),
    key('+', ['Ctrl']),
    key('0', ['Ctrl']),
    key('w', ['Ctrl']),
    key('p', ['Ctrl']),
    key('f', ['Ctrl']),
    key('F4', ['Alt']),
    key('ArrowLeft', ['Alt']),
    key('7', ['Alt'], 'Digit7'),
    key('BrowserBack'),
    key('BrowserRefresh'),
    key('ContextMenu'),
  ];

  test.each(typing)('EL13 $key reaches the page', (input) => {
    expect(prevented(contents, 'before-input-event', {}, input)).toBe(false);
  });
  test.each(shortcuts)('EL13 the shortcut $key (ctrl $control, alt $alt) does not', (input) => {
    expect(prevented(contents, 'before-input-event', {}, input)).toBe(true);
  });
  test('EL13 while developing all shortcuts work', () => {
    const open = new FakeContents();
    lock(open as unknown as WebContents, isOwnPage, false);
    for (const input of shortcuts) expect(prevented(open, 'before-input-event', {}, input)).toBe(false);
  });
});
