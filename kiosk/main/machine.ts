import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const zones = '/sys/class/thermal';

/** @returns bytes that are free where a folder is; null if that cannot be read. */
export function diskFreeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/**
 * @param folder Linux's list of thermal zones.
 * @returns °C of the hottest part, where the system tells: Linux, on most machines; else null.
 */
export function temperatureC(folder: string = zones): number | null {
  try {
    const degrees = readdirSync(folder)
      .filter((name) => name.startsWith('thermal_zone'))
      .map((name) => Math.round(Number(readFileSync(join(folder, name, 'temp'), 'utf8')) / 1000))
      // Zones without a sensor say 0 or nonsense.
      .filter((it) => it > 0 && it < 150);
    return degrees.length === 0 ? null : Math.max(...degrees);
  } catch {
    return null;
  }
}
