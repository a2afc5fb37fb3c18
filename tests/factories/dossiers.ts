import type { RequestOutput } from '../../shared/contract/requests.ts';
import type { Client, Input } from './clients.ts';
import type { StaffedOffice } from './staffedOffice.ts';
import { fieldOf, issue } from './staffedOffice.ts';

/** A dossier as a visit brings it. */
export const marital = { code: 'H-2026-0123', procedureKey: 'ht-xnhn' } as const;

type Brought = Pick<Input<'ticket:finish'>, 'dossiers' | 'said'> & {
  readonly result: Input<'ticket:finish'>['outcome']['result'];
  readonly codes?: string[];
};

/** One visit from the number to the end of its service. */
export async function visit(
  kiosk: Client<'kiosk'>,
  officer: Client<'officer'>,
  { result, codes = [], ...brought }: Brought,
  visitorRef: string | null = null,
): Promise<RequestOutput<'ticket:finish'> & { readonly ticketId: string }> {
  await issue(kiosk, fieldOf(officer, 1), visitorRef);
  const { ticketId } = await officer.do('ticket:callNext', {});
  await officer.do('ticket:start', { ticketId });
  const outcome = { result, procedures: [], dossierCodes: codes };
  const done = await officer.do('ticket:finish', { ticketId, outcome, callNext: false, ...brought });
  return { ...done, ticketId };
}

/** An office that has received one dossier, of nobody it knows or of the visitor of the reference. */
export async function withDossier(office: StaffedOffice, visitorRef: string | null = null) {
  const [kiosk, officer, manage] = await Promise.all([
    office.kiosk(),
    office.seated('canbo1', 1),
    office.manage(),
  ]);
  const { papers } = await visit(kiosk, officer, { result: 'received', dossiers: [marital] }, visitorRef);
  const [paper] = papers;
  if (paper === undefined) throw new Error('nothing was received');
  await manage.until(({ dossiers }) => dossiers.figures.open === 1);
  return { kiosk, officer, manage, paper, dossierId: paper.id };
}

/** All dossiers of a list, as an officer finds them. */
export const find = async (
  from: Client<'officer'> | Client<'manage'>,
  which: Input<'dossier:find'>['which'],
  query = '',
): Promise<RequestOutput<'dossier:find'>['rows']> =>
  (await (from as Client<'manage'>).do('dossier:find', { which, query, limit: 50 })).rows;
