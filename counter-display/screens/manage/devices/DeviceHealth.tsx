import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { faultKinds } from '../../../../shared/contract/health.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { healthWords } from '../../../../shared/i18n/screens/health.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';

type Health = View<'manage'>['ownKiosk'];
type Props = { readonly health: Health; readonly timeZone: string; readonly language: Language };

const bytesPerGb = 1e9;
/** Below this an update no longer fits, and the database of a one-PC office may not. */
const lowDiskBytes = 2e9;
/** From here on the processors of small PCs slow themselves down. */
const hotC = 85;

/** Whole hours, from two days on whole days. */
function sayUp(upMs: number, language: Language): string {
  const words = healthWords[language];
  const hours = Math.floor(upMs / 3_600_000);
  if (hours === 0) return words.upShort;
  return hours < 48 ? fill(words.upHours, { n: hours }) : fill(words.upDays, { n: Math.floor(hours / 24) });
}

function sayFaults({ faults, upMs }: NonNullable<Health>, language: Language): string {
  const words = healthWords[language];
  const up = sayUp(upMs, language);
  const happened = faultKinds.filter((kind) => faults[kind] > 0);
  if (happened.length === 0) return fill(words.noFaults, { up });
  return fill(words.faults, {
    up,
    list: happened.map((kind) => fill(words[kind], { n: faults[kind] })).join(', '),
  });
}

/** What a kiosk said last of its machine, in one line, with what somebody has to see to in front of it. */
export function DeviceHealth({ health, timeZone, language }: Props): ReactNode {
  const words = healthWords[language];
  if (health === null) return <span className="manage-soft">{words.unheard}</span>;
  const { at, version, diskFreeBytes, temperatureC, threads } = health;
  const warnings = [
    ...(diskFreeBytes !== null && diskFreeBytes < lowDiskBytes ? [words.diskLow] : []),
    ...(temperatureC !== null && temperatureC >= hotC ? [words.hot] : []),
    ...(threads ? [] : [words.oneThread]),
  ];
  const facts = [
    fill(words.seen, { time: sayTime(at, timeZone), date: sayDate(at, timeZone) }),
    version === null ? words.browser : fill(words.version, { version }),
    sayFaults(health, language),
    ...(diskFreeBytes === null ? [] : [fill(words.diskFree, { gb: Math.floor(diskFreeBytes / bytesPerGb) })]),
    ...(temperatureC === null ? [] : [fill(words.temperature, { degrees: temperatureC })]),
  ];
  return (
    <span className="manage-health">
      {warnings.map((warning) => (
        <Badge key={warning} className="manage-badge" color="orange" variant="light" c="dark">
          {warning}
        </Badge>
      ))}
      <span>{facts.join(' · ')}</span>
    </span>
  );
}
