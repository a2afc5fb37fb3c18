import { Kbd, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { sayTime } from '../../../../shared/i18n/time.ts';
import { useConsole } from '../console.ts';
import type { DeskTicket } from '../model/desk.ts';
import { keys } from '../model/desk.ts';
import { most } from '../model/outcome.ts';
import { Press } from './Press.tsx';

/** What officers wrote about this visit, and one more. */
export function Notes({ ticket }: { readonly ticket: DeskTicket }): ReactNode {
  const { view, words, request, isCut, draft, changeDraft } = useConsole();
  const text = draft.note.trim();
  const mayAdd = text !== '' && !isCut && request.busy === null;
  const add = (): void => {
    if (!mayAdd) return;
    void request.send('ticket:note', { ticketId: ticket.id, text }).then((done) => {
      // Only what was sent: the officer may have typed on meanwhile.
      if (done !== null) changeDraft((now) => (now.note.trim() === text ? { ...now, note: '' } : now));
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing;
    if (event.key !== 'Enter' || !isPlain) return;
    event.preventDefault();
    if (!event.repeat) add();
  };
  return (
    <section className="notes">
      <h2>{words.notes}</h2>
      {ticket.notes.length > 0 && (
        <ul>
          {ticket.notes.map((note) => (
            <li key={`${note.at} ${note.text}`}>
              <small>
                <time>{sayTime(note.at, view.office.timeZone)}</time> {note.officerName}
              </small>
              {note.text}
            </li>
          ))}
        </ul>
      )}
      <div className="typed-row">
        <Textarea
          aria-label={words.newNote}
          placeholder={words.newNote}
          aria-keyshortcuts={keys.note}
          data-place="note"
          autosize
          minRows={1}
          maxRows={3}
          maxLength={most.noteLength}
          value={draft.note}
          onChange={({ currentTarget: { value } }) => changeDraft((now) => ({ ...now, note: value }))}
          onKeyDown={onKeyDown}
          rightSection={<Kbd aria-hidden="true">{keys.note}</Kbd>}
        />
        <Press can={text !== ''} onPress={add}>
          {words.addNote}
        </Press>
      </div>
    </section>
  );
}
