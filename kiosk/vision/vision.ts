/** Camera and worker as one thing: what a screen starts. */
import { openCamera } from './camera.ts';
import type { Camera, CameraState } from './camera.ts';
import { startClient } from './client.ts';
import type { ClientOptions } from './client.ts';
import type { FromVision, VisionTask } from './protocol.ts';

/** The worker's messages, and the camera itself coming and going. */
export type VisionReport = FromVision | { readonly kind: 'camera'; readonly state: CameraState };

export type Vision = {
  /** Asks for one thing at a time; kept, and asked again when camera or worker come back. */
  readonly ask: (task: number, what: VisionTask) => void;
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: (report: VisionReport) => void) => () => void;
  /** The camera's picture for a preview on this screen; null while there is none. */
  readonly preview: () => MediaStream | null;
  readonly camera: () => CameraState;
  readonly close: () => void;
};

/** Opens the camera and starts the worker with the model sets at these addresses (`ClientOptions`). */
export function startVision(options: Pick<ClientOptions, 'modelsUrl' | 'previousUrl' | 'threads'>): Vision {
  const listeners = new Set<(report: VisionReport) => void>();
  const tell = (report: VisionReport): void => {
    for (const listener of listeners) listener(report);
  };
  const camera: Camera = openCamera((state) => {
    if (state.kind === 'on') client.attach();
    tell({ kind: 'camera', state });
  });
  const client = startClient({
    ...options,
    frames: () => camera.frames(),
    report(message) {
      // The stream stopped although the camera did not say that it ended.
      if (message.kind === 'failed' && message.reason === 'frames' && camera.state().kind === 'on')
        camera.reopen();
      tell(message);
    },
  });
  return {
    ask: client.ask,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    preview() {
      const state = camera.state();
      return state.kind === 'on' ? state.stream : null;
    },
    camera: () => camera.state(),
    close() {
      client.close();
      camera.close();
      listeners.clear();
    },
  };
}
