import type { ticketRequests } from '../../shared/contract/requests/ticket.ts';
import { addTicket, issueTicket } from './issueTicket.ts';
import { miss, park, resume, start, takeBack } from './serveTicketAtDesk.ts';
import { call, callNext, recall } from './serveTicketCall.ts';
import { addNote, reprint, setLegs, setPriority } from './serveTicketFacts.ts';
import { finish, undoFinish } from './serveTicketFinish.ts';
import { cancel, reactivate, transfer } from './serveTicketPlace.ts';
import type { UseCases } from './table.ts';

/** Every request about a ticket. */
export const ticketUseCases: UseCases<keyof typeof ticketRequests> = {
  'ticket:issue': issueTicket,
  'ticket:add': addTicket,
  'ticket:callNext': callNext,
  'ticket:call': call,
  'ticket:recall': recall,
  'ticket:start': start,
  'ticket:return': takeBack,
  'ticket:miss': miss,
  'ticket:park': park,
  'ticket:resume': resume,
  'ticket:transfer': transfer,
  'ticket:finish': finish,
  'ticket:undoFinish': undoFinish,
  'ticket:cancel': cancel,
  'ticket:reactivate': reactivate,
  'ticket:setPriority': setPriority,
  'ticket:setLegs': setLegs,
  'ticket:note': addNote,
  'ticket:reprint': reprint,
};
