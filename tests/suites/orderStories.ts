/**
 * People, actions, and the order in which they are called. People are numbered in the order in which they come; three
 * desks all serve fields 1 and 2, each with an officer of its number.
 */
export type Action =
  | {
      readonly do: 'comes';
      readonly field?: 1 | 2;
      readonly priority?: string;
      readonly legs?: readonly number[];
    }
  | { readonly do: 'next' | 'start' | 'finish' | 'miss' | 'return' | 'park' | 'break'; readonly desk: number }
  | {
      readonly do: 'call' | 'resume' | 'undoFinish' | 'cancel' | 'reactivate';
      readonly desk: number;
      readonly person: number;
    }
  | {
      readonly do: 'transfer';
      readonly desk: number;
      readonly field?: 1 | 2;
      readonly to?: { readonly counter: number } | { readonly officer: number };
      readonly place?: 'kept' | 'end';
    }
  | { readonly do: 'priority'; readonly desk: number; readonly person: number; readonly class: string | null }
  | { readonly do: 'work'; readonly desk: number; readonly fields: readonly number[] }
  | { readonly do: 'minutes'; readonly pass: number };

/** What happens; then who is called at which desk, to the last. */
export type Story = readonly [
  what: string,
  actions: readonly Action[],
  desk: number,
  expected: readonly number[],
];

const come = (count: number, more: { field?: 1 | 2; priority?: string } = {}): Action[] =>
  Array.from({ length: count }, () => ({ do: 'comes', ...more }));
const serve = (desk: number): Action[] => [
  { do: 'next', desk },
  { do: 'start', desk },
];
const minute: Action = { do: 'minutes', pass: 1 };

export const stories: readonly Story[] = [
  ['QU22 nobody does anything: as they came', come(3), 1, [1, 2, 3]],
  [
    'QU22 a call taken back: first again',
    [...come(3), { do: 'next', desk: 1 }, { do: 'return', desk: 1 }],
    1,
    [1, 2, 3],
  ],
  [
    'QU22 who did not answer comes back after the cool-down, before later ones',
    [...come(2), { do: 'next', desk: 1 }, { do: 'miss', desk: 1 }, { do: 'minutes', pass: 5 }, ...come(1)],
    1,
    [1, 2, 3],
  ],
  [
    'QU22 and not before',
    [...come(2), { do: 'next', desk: 1 }, { do: 'miss', desk: 1 }, { do: 'minutes', pass: 4 }],
    1,
    [2],
  ],
  [
    'QU23 a transfer keeps the place by issue time',
    [...come(1), minute, ...come(2, { field: 2 }), ...serve(2), { do: 'transfer', desk: 2, field: 2 }],
    1,
    [1, 2, 3],
  ],
  [
    'QU23 a transfer to the end goes behind everybody',
    [...come(3), minute, ...serve(2), { do: 'transfer', desk: 2, field: 2, place: 'end' }],
    1,
    [2, 3, 1],
  ],
  [
    'QU23 one kept for another counter is not called here',
    [...come(2), ...serve(1), { do: 'transfer', desk: 1, to: { counter: 2 } }],
    1,
    [2],
  ],
  [
    'QU23 one kept for this officer is called here in its place',
    [...come(2), ...serve(2), { do: 'transfer', desk: 2, to: { officer: 1 } }],
    1,
    [1, 2],
  ],
  [
    'QU24 after the first field on to the second, in the place of the issue time',
    [
      { do: 'comes', field: 1, legs: [2] },
      minute,
      ...come(2, { field: 2 }),
      ...serve(1),
      minute,
      { do: 'finish', desk: 1 },
    ],
    2,
    [1, 2, 3],
  ],
  [
    'QU24 a leg taken back is served on, and goes on later',
    [
      { do: 'comes', field: 1, legs: [2] },
      minute,
      ...come(1, { field: 2 }),
      ...serve(1),
      { do: 'finish', desk: 1 },
      { do: 'undoFinish', desk: 1, person: 1 },
      { do: 'finish', desk: 1 },
    ],
    2,
    [1, 2],
  ],
  [
    'QU25 a parked one is not called by itself',
    [...come(3), ...serve(1), { do: 'park', desk: 1 }],
    1,
    [2, 3],
  ],
  [
    'QU25 reactivated after a cancellation: the old place',
    [...come(3), { do: 'cancel', desk: 1, person: 1 }, minute, { do: 'reactivate', desk: 1, person: 1 }],
    1,
    [1, 2, 3],
  ],
  [
    'QU25 out of the line after the third miss, and reactivated in the old place without a cool-down',
    [
      ...come(2),
      ...[0, 1, 2].flatMap((): Action[] => [
        { do: 'next', desk: 1 },
        { do: 'miss', desk: 1 },
        // The other is at a desk meanwhile, so that the first is called again.
        { do: 'minutes', pass: 5 },
      ]),
      { do: 'reactivate', desk: 1, person: 1 },
    ],
    1,
    [1, 2],
  ],
  [
    'QU26 priority is mixed in: the first goes first, then one of three',
    [...come(5), ...come(3, { priority: 'ELDERLY80' })],
    1,
    [6, 1, 2, 7, 3, 4, 8, 5],
  ],
  [
    'QU26 a class that staff take away is a visitor like any other',
    [...come(2), ...come(1, { priority: 'ELDERLY80' }), { do: 'priority', desk: 1, person: 3, class: null }],
    1,
    [1, 2, 3],
  ],
  [
    'QU26 taking it away after the call lets the next priority visitor in no sooner',
    [
      ...come(3),
      ...come(2, { priority: 'ELDERLY80' }),
      { do: 'next', desk: 1 },
      { do: 'priority', desk: 1, person: 4, class: null },
      { do: 'start', desk: 1 },
      { do: 'finish', desk: 1 },
    ],
    1,
    [1, 2, 5, 3],
  ],
  [
    'QU26 who was missed and called by hand does not count for the mixing',
    [
      ...come(4),
      ...come(2, { priority: 'ELDERLY80' }),
      ...serve(1),
      { do: 'park', desk: 1 },
      { do: 'call', desk: 1, person: 5 },
      { do: 'start', desk: 1 },
      { do: 'finish', desk: 1 },
    ],
    1,
    [1, 2, 6, 3, 4],
  ],
  [
    'QU27 an officer with an order of fields calls them in it',
    [...come(2), ...come(2, { field: 2 }), { do: 'work', desk: 1, fields: [2, 1] }],
    1,
    [3, 4, 1, 2],
  ],
  [
    'QU27 and leaves those of others to others',
    [...come(2), ...come(2, { field: 2 }), { do: 'work', desk: 1, fields: [2] }],
    1,
    [3, 4],
  ],
];
