import { createContext, useContext } from 'react';
import type { Issued } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/contract/schemas.ts';
import type { DossierPaper } from '../../../shared/contract/views/dossier.ts';
import type { officerWords } from '../../../shared/i18n/screens/officer.ts';
import type { Link } from '../../../shared/link/link.ts';
import type { Request } from '../staff/useRequest.ts';
import type { Action, DeskTicket, OfficerView, Tab } from './model/desk.ts';
import type { Appointment, Listed } from './model/lists.ts';
import type { Draft } from './model/outcome.ts';

export type TicketName = Pick<Listed, 'id' | 'number' | 'fieldId'>;

/** The dialog that is open, with what it is about. */
export type Dialog =
  | { readonly kind: 'transfer' | 'cancel'; readonly ticket: TicketName }
  | { readonly kind: 'priority'; readonly ticket: Pick<Listed, 'id' | 'number' | 'priority'> }
  | { readonly kind: 'legs'; readonly ticket: Pick<DeskTicket, 'id' | 'number' | 'fieldId' | 'legs'> }
  | { readonly kind: 'issued'; readonly issued: Issued }
  | { readonly kind: 'code'; readonly code: string; readonly at: number; readonly fieldId: number }
  | { readonly kind: 'cancelAppointment'; readonly appointment: Appointment }
  | { readonly kind: 'papers'; readonly papers: readonly DossierPaper[] }
  | { readonly kind: 'add' | 'appointment' | 'break' | 'dossiers' | 'help' };

/** What every part of the console works with. */
export type Console = {
  readonly view: OfficerView;
  readonly language: Language;
  readonly words: (typeof officerWords)[Language];
  readonly link: Link<'officer'>;
  readonly request: Request;
  readonly isCut: boolean;
  readonly run: (action: Action) => void;
  readonly tab: Tab;
  readonly draft: Draft;
  readonly changeDraft: (next: (draft: Draft) => Draft) => void;
  readonly open: (dialog: Dialog) => void;
  readonly closeDialog: () => void;
};

const ConsoleContext = createContext<Console | null>(null);
export const ConsoleProvider = ConsoleContext.Provider;

/** @throws Error outside of the console. */
export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (console === null) throw new Error('no console around this part');
  return console;
}

/** The name of a field as this officer reads it; empty if the field was removed. */
export const fieldName = ({ view, language }: Pick<Console, 'view' | 'language'>, id: number): string =>
  view.fields.find((field) => field.id === id)?.name[language] ?? '';
