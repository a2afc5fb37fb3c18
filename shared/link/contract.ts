import type { z } from 'zod';
import type { Screen } from '../contract/protocol.ts';
import { requests } from '../contract/requests.ts';
import type { View } from '../contract/views.ts';
import { views } from '../contract/views.ts';
import type { Spoken } from './link.ts';

/** All of the contract, for a page that need not be small. */
export const wholeContract = <S extends Screen>(screen: S): Spoken<S> => ({
  view: views[screen] as unknown as z.ZodType<View<S>>,
  outputOf: (name) => requests[name].output,
});
