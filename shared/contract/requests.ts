import type { z } from 'zod';
import type { Problem } from './problems.ts';
import { assistantRequests } from './requests/assistant.ts';
import { appointmentRequests } from './requests/appointment.ts';
import { danBietRequests } from './requests/danBiet.ts';
import { deskRequests } from './requests/desk.ts';
import { duplicateRequests } from './requests/duplicate.ts';
import { dossierRequests } from './requests/dossier.ts';
import { deviceRequests } from './requests/device.ts';
import { integrationRequests } from './requests/integration.ts';
import { floorRequests } from './requests/floor.ts';
import { keepingRequests } from './requests/keeping.ts';
import { officeRequests } from './requests/office.ts';
import { privacyRequests } from './requests/privacy.ts';
import { publicRequests } from './requests/public.ts';
import { reportRequests } from './requests/report.ts';
import type { Request } from './requests/request.ts';
import { reserveRequests } from './requests/reserve.ts';
import { setUpRequests } from './requests/setUp.ts';
import { textRequests } from './requests/texts.ts';
import { ticketRequests } from './requests/ticket.ts';
import { visitorRequests } from './requests/visitor.ts';

export type { Issued } from './requests/ticket.ts';

/** Every request of the contract; see `Request` for what an entry says. */
export const requests = {
  ...visitorRequests,
  ...duplicateRequests,
  ...ticketRequests,
  ...deskRequests,
  ...floorRequests,
  ...appointmentRequests,
  ...dossierRequests,
  ...officeRequests,
  ...setUpRequests,
  ...publicRequests,
  ...reportRequests,
  ...danBietRequests,
  ...deviceRequests,
  ...privacyRequests,
  ...integrationRequests,
  ...textRequests,
  ...reserveRequests,
  ...keepingRequests,
  ...assistantRequests,
} as const;

export type RequestName = keyof typeof requests;
export const requestNames = Object.keys(requests) as RequestName[];
/** Whether a request only looks, so that it is neither kept nor told to anybody. */
export const onlyReads = (name: RequestName): boolean => (requests[name] as Request).reads === true;
/** What a client sends (before the server's parse) and gets. */
export type RequestInput<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
/** What a use case gets: parsed. */
export type ParsedInput<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof requests)[N]['output']>;

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };
