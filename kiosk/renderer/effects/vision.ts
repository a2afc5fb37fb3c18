import type { CameraState } from '../../vision/camera.ts';
import type { FromVision, VisionTask } from '../../vision/protocol.ts';
import type { Vision as Eyes, VisionReport as EyesReport } from '../../vision/vision.ts';
import { startVision } from '../../vision/vision.ts';
import type { Camera } from '../flow/types.ts';
import type { OwnFaults } from './machine.ts';

/** What the journey hears of the camera side: whether it can recognise at all, and what it sees. */
export type VisionReport =
  | { readonly kind: 'camera'; readonly camera: Camera }
  | Extract<FromVision, { kind: 'seen' | 'run' | 'turned' | 'left' }>;

/** Camera and worker as the journey uses them. */
export type Vision = {
  /**
   * Loads the model set the server's gallery holds, and the one used before if visitors are still to be found by it;
   * only a change does anything. A set that is no longer needed stays until the next change.
   */
  readonly use: (modelId: string, previousModelId: string | null) => void;
  /** Asks for one thing at a time. */
  readonly ask: (task: number, what: VisionTask) => void;
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: (report: VisionReport) => void) => () => void;
  /** The camera's picture, for the visitor's own preview; null while there is none. */
  readonly preview: () => MediaStream | null;
  /** How often each was lost since the page was loaded, and came back or was to be brought back. */
  readonly faults: () => OwnFaults;
  readonly close: () => void;
};

const urlOf = (modelId: string): string => `/models/${modelId}/`;

/** Recognising needs both: a camera that is on, and a worker that has its models. */
function readiness(camera: CameraState, modelId: string | null, failed: boolean): Camera {
  if (camera.kind === 'off' || failed) return { kind: 'none' };
  return camera.kind === 'on' && modelId !== null ? { kind: 'ready', modelId } : { kind: 'starting' };
}

/** Counts a camera that was on and is not, and a worker that has to be started again. */
function faultCounter() {
  const counts = { camera: 0, worker: 0 };
  let on = false;
  return {
    counts: (): OwnFaults => ({ ...counts }),
    hear: (report: EyesReport): void => {
      if (report.kind === 'failed' && report.reason !== 'frames') counts.worker += 1;
      if (report.kind !== 'camera') return;
      if (on && report.state.kind === 'off') counts.camera += 1;
      on = report.state.kind === 'on';
    },
  };
}

/** Turns the reports of one start of camera and worker into those of the journey. */
function reader(eyes: Pick<Eyes, 'camera'>, tell: (report: VisionReport) => void) {
  let loaded: string | null = null;
  let failed = false;
  return (report: EyesReport): void => {
    switch (report.kind) {
      case 'seen':
      case 'run':
      case 'turned':
      case 'left':
        return tell(report);
      case 'ready':
        loaded = report.modelId;
        failed = false;
        break;
      case 'failed':
        // A stream that ended is the camera's matter, and the camera says so itself.
        if (report.reason === 'frames') return undefined;
        loaded = null;
        failed = true;
        break;
      default:
        break;
    }
    return tell({ kind: 'camera', camera: readiness(eyes.camera(), loaded, failed) });
  };
}

/** The camera side, started as soon as the server has said which model set its gallery holds. */
export function makeVision(start: typeof startVision = startVision): Vision {
  const listeners = new Set<(report: VisionReport) => void>();
  const tell = (report: VisionReport): void => {
    for (const listener of listeners) listener(report);
  };
  const faults = faultCounter();
  let eyes: Eyes | null = null;
  let using: { readonly modelId: string; readonly previousModelId: string | null } | null = null;
  let asked: { readonly task: number; readonly what: VisionTask } | null = null;
  return {
    use: (modelId, previousModelId) => {
      const hasPrevious = previousModelId === null || previousModelId === using?.previousModelId;
      if (modelId === using?.modelId && hasPrevious) return;
      using = { modelId, previousModelId };
      eyes?.close();
      eyes = start({
        modelsUrl: urlOf(modelId),
        previousUrl: previousModelId === null ? null : urlOf(previousModelId),
      });
      eyes.subscribe(faults.hear);
      eyes.subscribe(reader(eyes, tell));
      if (asked !== null) eyes.ask(asked.task, asked.what);
    },
    ask: (task, what) => {
      asked = { task, what };
      eyes?.ask(task, what);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    preview: () => eyes?.preview() ?? null,
    faults: faults.counts,
    close: () => {
      eyes?.close();
      listeners.clear();
    },
  };
}
