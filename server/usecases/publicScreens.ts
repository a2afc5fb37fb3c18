import type { publicRequests } from '../../shared/contract/requests/public.ts';
import { notBuilt } from './notBuilt.ts';
import type { UseCases } from './table.ts';

/** How walls, printers and the address on paper are set up, and printing itself. */
export const publicScreenUseCases: Pick<
  UseCases<keyof typeof publicRequests>,
  'paper:print' | 'wall:setUp' | 'printer:setUp' | 'office:setPublicUrl'
> = {
  'paper:print': notBuilt,
  'wall:setUp': notBuilt,
  'printer:setUp': notBuilt,
  'office:setPublicUrl': notBuilt,
};
