import type { ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { fill } from '../../../shared/i18n/language.ts';
import { helpWords } from '../../../shared/i18n/screens/help.ts';
import { Icon } from './icons.tsx';
import { useKiosk } from './kiosk.ts';
import './Paged.css';

type Props = {
  readonly className: string;
  /** Each with a key. */
  readonly items: readonly ReactNode[];
};

/** With which item each part begins, so that none is cut: as many rows as there is room for. */
function partsOf(box: HTMLElement): number[] {
  const { paddingTop, paddingBottom } = getComputedStyle(box);
  const room = box.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  const starts = [0];
  let from: number | null = null;
  for (const [place, child] of [...box.children].entries()) {
    const { top, bottom } = child.getBoundingClientRect();
    from ??= top;
    if (bottom - from <= room + 1 || place === starts.at(-1)) continue;
    starts.push(place);
    from = top;
  }
  return starts;
}

/** Several things of which, with large text or low buttons, as many are shown at a time as there is room for. */
export function Paged({ className, items }: Props): ReactNode {
  const { help, language } = useKiosk();
  const isPaged = help.large || help.low;
  const box = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<readonly number[] | null>(null);
  const [part, setPart] = useState(0);
  const setting = [isPaged, help.large, help.low, language, items.length].join(' ');
  useLayoutEffect(() => setParts(null), [setting]);
  useLayoutEffect(() => {
    if (!isPaged || parts !== null || box.current === null) return;
    setParts(partsOf(box.current));
    setPart(0);
  }, [isPaged, parts]);
  useEffect(() => {
    const anew = (): void => setParts(null);
    window.addEventListener('resize', anew);
    return () => window.removeEventListener('resize', anew);
  }, []);
  if (!isPaged) return <div className={className}>{items}</div>;
  const measuring = parts === null;
  const pages = parts?.length ?? 2;
  return (
    <div className="paged">
      <div className={`${className} paged-items`} ref={box}>
        {measuring ? items : items.slice(parts[part], parts[part + 1])}
      </div>
      {pages > 1 && (
        <button type="button" className="quiet paged-more" onClick={() => setPart((part + 1) % pages)}>
          <Icon name="list" />
          {fill(helpWords[language].more, { page: part + 1, pages })}
        </button>
      )}
    </div>
  );
}
