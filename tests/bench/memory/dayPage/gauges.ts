/**
 * Put before the camera worker's own code: counts its frames and its WebAssembly memory, feeds it pictures instead of a
 * camera, and takes its pauses out so that a day goes by as fast as the machine can look.
 */

/** What the page says to this part of the worker; the worker's own code does not hear it. */
export type ToGauges =
  /** I420 pictures that the pretended camera shows, over and over. */
  | {
      readonly kind: 'gauge:show';
      readonly width: number;
      readonly height: number;
      readonly pictures: readonly Uint8Array<ArrayBuffer>[];
    }
  | { readonly kind: 'gauge:read' };

export type Gauges = {
  readonly kind: 'gauge:values';
  /** Frames that were made, and those of them (and of their copies) that are not closed. */
  readonly frames: number;
  readonly openFrames: number;
  readonly wasmBytes: number;
};

/** Longest pause between two looks; longer ones are the patience with a camera that sends nothing. */
const LONGEST_PAUSE_MS = 1_000;
/** A picture of the pretended camera comes this often. */
const FRAME_MS = 4;

const memories: WebAssembly.Memory[] = [];
WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
  construct(Plain, [descriptor]: ConstructorParameters<typeof WebAssembly.Memory>) {
    const memory = new Plain(descriptor);
    memories.push(memory);
    return memory;
  },
});

const PlainFrame = VideoFrame;
let frames = 0;
const open = new Set<VideoFrame>();
const close = Object.getOwnPropertyDescriptor(PlainFrame.prototype, 'close')?.value as () => void;
PlainFrame.prototype.close = function closeCounted(this: VideoFrame) {
  open.delete(this);
  close.call(this);
};

const sooner = new MessageChannel();
const waiting: (() => void)[] = [];
sooner.port1.addEventListener('message', () => waiting.shift()?.());
sooner.port1.start();
const later = globalThis.setTimeout.bind(globalThis);
globalThis.setTimeout = ((work: () => void, ms = 0) => {
  if (ms > LONGEST_PAUSE_MS) return later(work, ms);
  waiting.push(work);
  sooner.port2.postMessage(null);
  return 0;
}) as typeof setTimeout;

let shown: (ToGauges & { kind: 'gauge:show' }) | null = null;

function nextFrame(): VideoFrame | null {
  const picture = shown?.pictures[frames % shown.pictures.length];
  if (shown === null || picture === undefined) return null;
  const frame = new PlainFrame(picture, {
    format: 'I420',
    codedWidth: shown.width,
    codedHeight: shown.height,
    timestamp: frames++ * 1_000,
  });
  open.add(frame);
  return frame;
}

function startCamera(): void {
  const stream = new ReadableStream<VideoFrame>({
    start(controller) {
      setInterval(() => {
        // As a real camera's: what nobody has read yet is not piled up.
        if ((controller.desiredSize ?? 0) <= 0) return;
        const frame = nextFrame();
        if (frame !== null) controller.enqueue(frame);
      }, FRAME_MS);
    },
  });
  globalThis.dispatchEvent(new MessageEvent('message', { data: { kind: 'frames', frames: stream } }));
}

globalThis.addEventListener('message', (event: MessageEvent<ToGauges>) => {
  const { data } = event;
  if (data.kind !== 'gauge:show' && data.kind !== 'gauge:read') return;
  event.stopImmediatePropagation();
  if (data.kind === 'gauge:show') {
    const first = shown === null;
    shown = data;
    if (first) startCamera();
    return;
  }
  const wasmBytes = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const values: Gauges = { kind: 'gauge:values', frames, openFrames: open.size, wasmBytes };
  (globalThis as unknown as Pick<Worker, 'postMessage'>).postMessage(values);
});
