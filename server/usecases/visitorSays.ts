import type { publicRequests } from '../../shared/contract/requests/public.ts';
import { notBuilt } from './notBuilt.ts';
import type { UseCases } from './table.ts';

/** What visitors say at a counter display or on their phones. */
export const visitorSaysUseCases: Pick<
  UseCases<keyof typeof publicRequests>,
  'rating:give' | 'rating:skip' | 'track:cancel'
> = { 'rating:give': notBuilt, 'rating:skip': notBuilt, 'track:cancel': notBuilt };
