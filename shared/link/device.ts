import { useEffect, useState } from 'react';
import type { DeviceScreen } from '../contract/protocol.ts';

const keyOf = (screen: DeviceScreen): string => `luot.token.${screen}`;

/** The token this browser got when it was paired as such a screen; undefined if it never was. */
export function deviceToken(screen: DeviceScreen): string | undefined {
  return window.localStorage.getItem(keyOf(screen)) ?? undefined;
}

/** Keeps the token for as long as the browser keeps its data. */
export function keepDeviceToken(screen: DeviceScreen, token: string): void {
  window.localStorage.setItem(keyOf(screen), token);
}

/** The server knows it no longer. */
export function forgetDeviceToken(screen: DeviceScreen): void {
  window.localStorage.removeItem(keyOf(screen));
}

const reloadedAt = 'luot.reloadedAt';
const reloadPauseMs = 60_000;

/**
 * Loads the page anew because the server speaks another version, but at most once a minute: the server may still be
 * giving out the old page.
 * @returns seconds until the page is loaded anew.
 */
export function useReload(): number {
  const [left] = useState(() => {
    const last = Number(window.sessionStorage.getItem(reloadedAt) ?? 0);
    return Math.min(reloadPauseMs, Math.max(0, last + reloadPauseMs - Date.now()));
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      window.sessionStorage.setItem(reloadedAt, String(Date.now()));
      window.location.reload();
    }, left);
    return () => clearTimeout(timer);
  }, [left]);
  return Math.ceil(left / 1000);
}
