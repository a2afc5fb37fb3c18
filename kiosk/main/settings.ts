import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { log } from './log.ts';

/** A display as it is remembered: systems renumber them, names are the maker's. */
const place = z.strictObject({ id: z.int(), label: z.string() });
export type Place = z.infer<typeof place>;

const schema = z.strictObject({
  /** Where the kiosk stands; null: on the first display. */
  kiosk: place.nullable(),
  /** Where a wall display is shown as well; null: nowhere. */
  wall: place.nullable(),
  /** Of the maintenance page, as `hashPin` makes it; null: there is no such page. */
  pin: z.strictObject({ salt: z.base64(), hash: z.base64() }).nullable(),
  /** Fingerprint of the server's certificate, as first seen; null: none seen yet. */
  certificate: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
});
export type Settings = z.infer<typeof schema>;

const untouched: Settings = { kiosk: null, wall: null, pin: null, certificate: null };

/** What this machine keeps of its own between starts. */
export type SettingsFile = {
  readonly get: () => Settings;
  /** On disk when it returns. */
  readonly set: (change: Partial<Settings>) => void;
};

function read(file: string): Settings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return untouched;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // A kiosk that shows itself on the wrong display is better than none.
    log('settingsDamaged', { file });
    return untouched;
  }
}

/** Opens the settings in a folder, which is made if need be. Read anew each time: another start may have set the PIN. */
export function openSettings(folder: string): SettingsFile {
  const file = join(folder, 'shell.json');
  return {
    get: () => read(file),
    set: (change) => {
      mkdirSync(folder, { recursive: true });
      // Beside it first: a power cut leaves the old file or the new one, never half of one.
      const settings = JSON.stringify({ ...read(file), ...change });
      writeFileSync(`${file}.new`, settings, { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
    },
  };
}
