/** How a server process fares at one moment. Bytes, counts, milliseconds. */
export type Reading = {
  readonly rssBytes: number;
  /** Without compiled code: of that there is more as long as functions turn out to be used much, and then suddenly less. */
  readonly heapBytes: number;
  readonly externalBytes: number;
  readonly arrayBufferBytes: number;
  readonly descriptors: number;
  readonly sockets: number;
  readonly timers: number;
  /** Everything that keeps the event loop, sockets and timers too. */
  readonly resources: number;
  /** Of the event loop, and of the processor, since it was read last. */
  readonly lagP99Ms: number;
  readonly cpuMs: number;
};

/** What the parent tells the server's process; each is answered with its id. */
export type Order = { readonly id: number } & (
  { readonly kind: 'clock'; readonly at: number } | { readonly kind: 'read' } | { readonly kind: 'stop' }
);

/** The first message says that it runs, the others are answers. */
export type Answered =
  | {
      readonly kind: 'runs';
      readonly url: string;
      readonly manager: { readonly login: string; readonly password: string } | null;
    }
  | { readonly kind: 'done'; readonly id: number; readonly reading: Reading | null };
