import { nextInTurn } from '../../../shared/domain/queue.ts';
import { orderSuite } from '../../suites/order.ts';
import { callingDeskOf } from '../../suites/orderWorld.ts';

orderSuite('nextInTurn', (world) => {
  const { tickets, oneOfEvery, now } = world;
  return nextInTurn(tickets, callingDeskOf(world), { oneOfEvery }, now)?.number ?? null;
});
