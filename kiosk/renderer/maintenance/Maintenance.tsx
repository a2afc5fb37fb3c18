import type { ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { Bridge, Report } from '../../bridge.ts';
import { maintenanceWords } from '../../../shared/i18n/screens/maintenance.ts';
import { watchGesture } from './gesture.ts';
import './Maintenance.css';
import { PinPad } from './PinPad.tsx';
import { Tools } from './Tools.tsx';

type Shell = Pick<Bridge, 'maintain'>;
export type Wish = Parameters<Bridge['maintain']>[0];

/** Staff who forget to close it do not leave it to the next visitor. */
const closesAfterMs = 120_000;

/** The page behind the hidden gesture: a PIN, then what a technician needs in front of a kiosk. Shown over all else. */
export function Maintenance({ shell }: { readonly shell: Shell }): ReactNode {
  const [open, setOpen] = useState(false);
  useEffect(() => watchGesture(() => setOpen(true)), []);
  const close = useCallback(() => setOpen(false), []);
  return open ? <Opened shell={shell} onClose={close} /> : null;
}

type Props = { readonly shell: Shell; readonly onClose: () => void };

function Opened({ shell, onClose }: Props): ReactNode {
  const words = maintenanceWords.vi;
  const [report, setReport] = useState<Report | null>(null);
  /** Null: no wrong PIN so far. */
  const [waitMs, setWaitMs] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(onClose, closesAfterMs);
    return () => clearTimeout(timer);
  }, [onClose]);

  const wish = async (what: Wish): Promise<void> => {
    const answer = await shell.maintain(what);
    setReport(answer.kind === 'open' ? answer.report : null);
    setWaitMs(answer.kind === 'wrong' ? answer.waitMs : null);
  };
  const leave = (): void => {
    void shell.maintain({ what: 'leave' });
    onClose();
  };
  return (
    <div className="maintenance" role="dialog" aria-modal="true" aria-label={words.title}>
      <header>
        <h1 className="title">{words.title}</h1>
        <button type="button" className="quiet" onClick={leave}>
          {words.leave}
        </button>
      </header>
      {report === null ? (
        <PinPad waitMs={waitMs} onPin={(pin) => wish({ what: 'unlock', pin })} />
      ) : (
        <Tools report={report} onWish={wish} />
      )}
    </div>
  );
}
