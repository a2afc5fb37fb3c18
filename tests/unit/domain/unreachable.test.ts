import { expect, test } from 'vitest';
import { unreachable } from '../../../shared/kernel/unreachable.ts';

test.each([
  [{ kind: 'petition', name: 'Nguyễn Thị Hồng' }, 'unreachable: petition'],
  ['Nguyễn Thị Hồng', 'unreachable: string'],
  [null, 'unreachable: object'],
  [undefined, 'unreachable: undefined'],
])('KE1 a branch that cannot be reached throws without telling the value (%j)', (value, message) => {
  expect(() => unreachable(value as never)).toThrow(new Error(message));
});
