/** The camera on the screen's side: opens it, notices when it goes, opens it again. */
import { backOff } from './backOff.ts';

/** `refused`: not permitted. `none`: no camera. `busy`: another program has it, or it does not start. */
export type CameraState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'on'; readonly stream: MediaStream }
  | { readonly kind: 'off'; readonly reason: 'refused' | 'none' | 'busy' };

export type Camera = {
  readonly state: () => CameraState;
  /** A new stream of frames of the open camera, to be transferred to the worker; null while there is none. */
  readonly frames: () => ReadableStream<VideoFrame> | null;
  /** Closes and opens it again: for a camera that is on but sends nothing. */
  readonly reopen: () => void;
  readonly close: () => void;
};

type Processor = { readonly readable: ReadableStream<VideoFrame> };
/** Not in TypeScript's DOM types: so far only Chromium has it on a page. */
declare const MediaStreamTrackProcessor: new (init: {
  track: MediaStreamTrack;
  maxBufferSize?: number;
}) => Processor;

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;

const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** What an error of `getUserMedia` means to a person in front of the kiosk. */
export function whyOff(error: unknown): 'refused' | 'none' | 'busy' {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'busy';
}

/**
 * Opens the camera and keeps it open. `changed` is called after every change of `state()`. `devices` is
 * undefined on a page that is not a secure context: then the camera counts as refused.
 */
export function openCamera(
  changed: (state: CameraState) => void,
  devices: MediaDevices | undefined = navigator.mediaDevices,
): Camera {
  const waits = backOff(FIRST_RETRY_MS, LAST_RETRY_MS);
  let state: CameraState = { kind: 'opening' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts attempts: what an older one brings after all is thrown away. */
  let attempt = 0;
  let closed = false;
  /** The copy of the track that feeds the worker, so that a dead worker's copy can be ended without the preview. */
  let fed: MediaStreamTrack | undefined;

  const set = (next: CameraState): void => {
    state = next;
    if (!closed) changed(next);
  };
  const stop = (): void => {
    clearTimeout(timer);
    attempt++;
    fed?.stop();
    if (state.kind === 'on') for (const track of state.stream.getTracks()) track.stop();
  };
  const retryLater = (reason: 'refused' | 'none' | 'busy'): void => {
    set({ kind: 'off', reason });
    if (!closed && devices !== undefined) timer = setTimeout(() => void open(), waits.next());
  };
  const open = async (): Promise<void> => {
    stop();
    const own = attempt;
    if (devices === undefined) return retryLater('refused');
    try {
      const stream = await devices.getUserMedia(wanted);
      if (closed || own !== attempt) return stream.getTracks().forEach((track) => track.stop());
      for (const track of stream.getVideoTracks())
        track.addEventListener('ended', () => own === attempt && retryLater('none'), { once: true });
      waits.reset();
      set({ kind: 'on', stream });
    } catch (error) {
      if (!closed && own === attempt) retryLater(whyOff(error));
    }
  };
  // Somebody plugged a camera in: no need to wait for the next attempt.
  const plugged = (): void => {
    if (state.kind === 'off') void open();
  };
  devices?.addEventListener('devicechange', plugged);
  void open();

  return {
    state: () => state,
    frames() {
      const track = state.kind === 'on' ? state.stream.getVideoTracks()[0] : undefined;
      if (track?.readyState !== 'live') return null;
      fed?.stop();
      fed = track.clone();
      return new MediaStreamTrackProcessor({ track: fed, maxBufferSize: 2 }).readable;
    },
    reopen() {
      if (closed) return;
      stop();
      retryLater('busy');
    },
    close() {
      stop();
      closed = true;
      state = { kind: 'off', reason: 'none' };
      devices?.removeEventListener('devicechange', plugged);
    },
  };
}
