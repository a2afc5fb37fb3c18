import type { ticketRequests } from '../../shared/contract/requests/ticket.ts';
import { addTicket, issueTicket } from './issueTicket.ts';
import { notBuilt } from './notBuilt.ts';
import { callNext, finish, miss, recall, start } from './serveTicket.ts';
import type { UseCases } from './table.ts';

/** Every request about a ticket. */
export const ticketUseCases: UseCases<keyof typeof ticketRequests> = {
  'ticket:issue': issueTicket,
  'ticket:add': addTicket,
  'ticket:callNext': callNext,
  'ticket:call': notBuilt,
  'ticket:recall': recall,
  'ticket:start': start,
  'ticket:return': notBuilt,
  'ticket:miss': miss,
  'ticket:park': notBuilt,
  'ticket:resume': notBuilt,
  'ticket:transfer': notBuilt,
  'ticket:finish': finish,
  'ticket:undoFinish': notBuilt,
  'ticket:cancel': notBuilt,
  'ticket:reactivate': notBuilt,
  'ticket:setPriority': notBuilt,
  'ticket:setLegs': notBuilt,
  'ticket:note': notBuilt,
  'ticket:reprint': notBuilt,
};
