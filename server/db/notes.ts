import type { TicketId } from '../../shared/domain/ids.ts';
import type { Vault } from '../usecases/ports.ts';
import type { NoteStore } from '../usecases/queueStore.ts';
import type { Db } from './open.ts';
import { SealBroken } from './visitors.ts';

/** Bound to its ticket, so that one visitor's note cannot be put in another's place. */
export const noteContext = (ticketId: string): string => `note on ${ticketId}`;

/** What officers wrote about tickets, sealed: it may name the visitor. */
export function noteStore(db: Db, vault: Vault): NoteStore {
  const add = db.prepare('INSERT INTO note (ticket_id, officer_id, at, text_sealed) VALUES (?, ?, ?, ?)');
  const of = db.prepare<[TicketId], { at: number; name: string; text_sealed: Buffer }>(`
    SELECT note.at, officer.name, note.text_sealed FROM note JOIN officer ON officer.id = officer_id
    WHERE ticket_id = ? ORDER BY note.id`);
  return {
    add: (ticketId, officerId, text, now) => {
      const sealed = vault.seal('note', noteContext(ticketId), Buffer.from(text, 'utf8'));
      add.run(ticketId, officerId, now, sealed);
    },
    of: (ticketId) =>
      of.all(ticketId).map((row) => {
        const text = vault.open('note', noteContext(ticketId), row.text_sealed);
        if (text === null) throw new SealBroken('a note cannot be opened: it was changed from outside');
        return { at: row.at, officerName: row.name, text: text.toString('utf8') };
      }),
  };
}
