import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useConsole } from '../console.ts';
import type { Row } from '../model/lists.ts';
import { rowActions } from '../model/lists.ts';
import { RowActions } from './RowActions.tsx';
import { RowText } from './RowText.tsx';

const allRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

const rowAround = (at: EventTarget): HTMLElement | null | undefined =>
  at instanceof Element ? at.closest('li')?.querySelector<HTMLElement>('[data-row]') : null;

/** Puts the focus on a row of the list shown, or on its nearest one; on the tab if the list is empty. */
export function focusRow(index: number): void {
  const rows = allRows();
  const row = rows[Math.min(Math.max(0, index), rows.length - 1)];
  (row ?? document.querySelector<HTMLElement>('.lists [role=tab][aria-selected=true]'))?.focus();
}

/** Arrow keys go from row to row; leaving a text field or a button of a row they go on from that row. */
function moveOn(event: KeyboardEvent): void {
  const rows = allRows();
  const here = rowAround(event.target);
  const at = rows.findIndex((row) => row === here);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  focusRow(to);
}

type Props = {
  readonly rows: readonly Row[];
  /** What to say of a list without any; null if only none was found. */
  readonly none: string | null;
  readonly query: string;
  readonly now: number;
};

/** The rows of a list. One at a time is open and shows what can be done with it. */
export function Rows({ rows, none, query, now }: Props): ReactNode {
  const { view, words } = useConsole();
  const [openId, setOpenId] = useState<string | null>(null);
  const keptFocus = useKeptFocus(rows);
  if (rows.length === 0) {
    const text = query.trim();
    const nothing = text === '' ? words.nothingOfField : fill(words.nothingFound, { text });
    return <p className="list-empty">{none ?? nothing}</p>;
  }
  const entry = rows.some(({ of }) => String(of.id) === openId) ? openId : String(rows[0]?.of.id);
  return (
    // The arrow keys are those of the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className="rows" onKeyDown={moveOn} {...keptFocus}>
      {rows.map((row) => {
        const id = String(row.of.id);
        const canOpen = rowActions(row, view, now).length > 0;
        const isOpen = canOpen && id === openId;
        return (
          <li key={id} data-open={isOpen}>
            <button
              type="button"
              data-row={id}
              aria-expanded={canOpen ? isOpen : undefined}
              tabIndex={id === entry ? 0 : -1}
              onClick={() => setOpenId(isOpen ? null : id)}
            >
              <RowText row={row} now={now} />
            </button>
            {isOpen && <RowActions row={row} now={now} />}
          </li>
        );
      })}
    </ul>
  );
}

/** When the row that has the focus leaves the list, the focus goes to the one now in its place, and is not lost. */
function useKeptFocus(rows: readonly Row[]): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const focused = useRef<{ readonly at: number; readonly id: string | undefined } | null>(null);
  useEffect(() => {
    const before = focused.current;
    const isGone = before !== null && !rows.some(({ of }) => String(of.id) === before.id);
    if (isGone && document.activeElement === document.body) focusRow(before.at);
  });
  return {
    onFocus: ({ target }) => {
      const row = rowAround(target);
      focused.current = { at: allRows().findIndex((one) => one === row), id: row?.dataset['row'] };
    },
    // Somebody leaves the row; a row that is taken away from under the focus tells nothing.
    onBlur: () => {
      focused.current = null;
    },
  };
}
