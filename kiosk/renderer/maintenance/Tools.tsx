import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Report } from '../../bridge.ts';
import { faultKinds } from '../../../shared/contract/health.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { healthWords } from '../../../shared/i18n/screens/health.ts';
import { maintenanceWords } from '../../../shared/i18n/screens/maintenance.ts';
import { sayDuration } from '../../../shared/i18n/time.ts';
import type { Wish } from './Maintenance.tsx';

type Props = { readonly report: Report; readonly onWish: (wish: Wish) => Promise<void> };

const words = maintenanceWords.vi;
const bytesPerGb = 1e9;

/** What of the machine can be read, in the order in which a technician asks for it on the telephone. */
function factsOf(report: Report): readonly (readonly [string, string])[] {
  const { version, upMs, serverUrl, certificate, diskFreeBytes, temperatureC, faults } = report;
  const happened = faultKinds.filter((kind) => faults[kind] > 0);
  return [
    [words.version, version ?? words.unknown],
    [words.up, sayDuration(upMs)],
    [words.server, serverUrl],
    // In fours, to be compared by eye.
    ...(certificate === null
      ? []
      : [[words.certificate, certificate.replace(/.{4}(?=.)/gu, '$& ')] as const]),
    [words.disk, diskFreeBytes === null ? words.unknown : `${Math.floor(diskFreeBytes / bytesPerGb)} GB`],
    [words.temperature, temperatureC === null ? words.unknown : `${temperatureC} °C`],
    [words.threads, window.crossOriginIsolated ? words.several : words.one],
    [words.faults, happened.map((kind) => fill(healthWords.vi[kind], { n: faults[kind] })).join(', ') || '0'],
  ];
}

/** A button that does what cannot be taken back only at the second touch. */
function Twice({ label, onDo }: { readonly label: string; readonly onDo: () => void }): ReactNode {
  const [asked, setAsked] = useState(false);
  return (
    <button type="button" className="quiet" onClick={asked ? onDo : () => setAsked(true)}>
      {asked ? words.sure : label}
    </button>
  );
}

function Displays({ report: { displays }, onWish }: Props): ReactNode {
  const kiosk = displays.find(({ shows }) => shows === 'kiosk')?.id;
  const wall = displays.find(({ shows }) => shows === 'wall')?.id ?? null;
  const shown = { kiosk: words.showsKiosk, wall: words.showsWall, nothing: words.showsNothing };
  if (kiosk === undefined) return null;
  return (
    <section>
      <h2>{words.displays}</h2>
      {displays.map(({ id, label, width, height, shows }) => (
        <div key={id} className="maintenance-display">
          <span>
            <b>{label === '' ? id : label}</b> {width}×{height}, {shown[shows]}
          </span>
          {shows !== 'kiosk' && (
            <button
              type="button"
              className="quiet"
              onClick={() => void onWish({ what: 'place', kiosk: id, wall: wall === id ? kiosk : wall })}
            >
              {words.putKiosk}
            </button>
          )}
          {shows === 'nothing' && (
            <button
              type="button"
              className="quiet"
              onClick={() => void onWish({ what: 'place', kiosk, wall: id })}
            >
              {words.putWall}
            </button>
          )}
          {shows === 'wall' && (
            <button
              type="button"
              className="quiet"
              onClick={() => void onWish({ what: 'place', kiosk, wall: null })}
            >
              {words.noWall}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}

/** What can be done, where things are shown, and how the machine fares. */
export function Tools({ report, onWish }: Props): ReactNode {
  return (
    <div className="maintenance-tools">
      <section className="maintenance-do">
        <button type="button" className="quiet" onClick={() => void onWish({ what: 'reload' })}>
          {words.reload}
        </button>
        <Twice label={words.restart} onDo={() => void onWish({ what: 'restart' })} />
        <Twice label={words.quit} onDo={() => void onWish({ what: 'quit' })} />
      </section>
      <Displays report={report} onWish={onWish} />
      <section>
        <h2>{words.machine}</h2>
        <dl>
          {factsOf(report).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {report.certificate !== null && (
        <section>
          <Twice label={words.trustAnew} onDo={() => void onWish({ what: 'trustAnew' })} />
          <p>{words.trustMore}</p>
        </section>
      )}
    </div>
  );
}
