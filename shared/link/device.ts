import { useEffect, useState } from 'react';
import type { DeviceScreen } from '../contract/protocol.ts';

/** For a browser that may keep nothing, whose storage throws: kept as long as the page lives. */
const untilReload = new Map<string, string>();

const keyOf = (screen: DeviceScreen): string => `luot.token.${screen}`;

/** The token this browser got when it was paired as such a screen; undefined if it never was. */
export function deviceToken(screen: DeviceScreen): string | undefined {
  try {
    return window.localStorage.getItem(keyOf(screen)) ?? undefined;
  } catch {
    return untilReload.get(keyOf(screen));
  }
}

/** Keeps the token for as long as the browser keeps its data; a browser that may keep none has to be paired anew. */
export function keepDeviceToken(screen: DeviceScreen, token: string): void {
  try {
    window.localStorage.setItem(keyOf(screen), token);
  } catch {
    untilReload.set(keyOf(screen), token);
  }
}

/** The server knows it no longer. */
export function forgetDeviceToken(screen: DeviceScreen): void {
  untilReload.delete(keyOf(screen));
  try {
    window.localStorage.removeItem(keyOf(screen));
  } catch {
    // Then there is nothing to remove.
  }
}

const reloadedAt = 'luot.reloadedAt';
const reloadPauseMs = 60_000;

/** When this page was loaded anew last, ms since 1970. Where that cannot be kept it counts as just now. */
function lastReload(): number {
  try {
    return Number(window.sessionStorage.getItem(reloadedAt) ?? 0);
  } catch {
    return Date.now();
  }
}

function noteReload(): void {
  try {
    window.sessionStorage.setItem(reloadedAt, String(Date.now()));
  } catch {
    // The pause is kept all the same: see `lastReload`.
  }
}

/**
 * Loads the page anew because the server speaks another version, but at most once a minute: the server may still be
 * giving out the old page.
 * @returns seconds until the page is loaded anew.
 */
export function useReload(): number {
  const [left] = useState(() => {
    const last = lastReload();
    return Math.min(reloadPauseMs, Math.max(0, last + reloadPauseMs - Date.now()));
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      noteReload();
      window.location.reload();
    }, left);
    return () => clearTimeout(timer);
  }, [left]);
  return Math.ceil(left / 1000);
}
