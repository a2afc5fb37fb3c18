import { expect, test } from 'vitest';
import { makeVision } from '../../../kiosk/renderer/effects/vision.ts';
import type { CameraState } from '../../../kiosk/vision/camera.ts';
import type { Vision, VisionReport } from '../../../kiosk/vision/vision.ts';
import { modelId } from './world.ts';

const on = { kind: 'on', stream: {} } as CameraState;
const ready: VisionReport = { kind: 'ready', modelId, threads: 1, loadMs: 1 };

/** Camera and worker that say what a test tells them. */
function eyes() {
  const started: unknown[] = [];
  const asked: number[] = [];
  const closed: string[] = [];
  let state: CameraState = { kind: 'opening' };
  let listeners: ((report: VisionReport) => void)[] = [];
  const tell = (report: VisionReport): void => listeners.forEach((listener) => listener(report));
  const start = (sets: { readonly modelsUrl: string; readonly previousUrl?: string | null }): Vision => {
    started.push(sets);
    const { modelsUrl } = sets;
    listeners = [];
    return {
      ask: (task) => void asked.push(task),
      subscribe: (next) => {
        listeners.push(next);
        return () => undefined;
      },
      preview: () => null,
      camera: () => state,
      close: () => void closed.push(modelsUrl),
    };
  };
  const vision = makeVision(start);
  const heard: unknown[] = [];
  vision.subscribe((report) => heard.push(report.kind === 'camera' ? report.camera : report.kind));
  const camera = (next: CameraState): void => {
    state = next;
    tell({ kind: 'camera', state: next });
  };
  return { vision, started, asked, closed, heard, camera, tell };
}

test('K10 faces are recognised only with a camera that is on and models that are loaded', () => {
  const { vision, heard, camera, tell } = eyes();
  vision.use(modelId, null);
  camera(on);
  tell(ready);
  camera({ kind: 'off', reason: 'none' });
  camera(on);
  tell({ kind: 'failed', reason: 'models', detail: '' });
  tell(ready);
  tell({ kind: 'failed', reason: 'frames', detail: '' });
  const can = { kind: 'ready', modelId };
  expect(heard).toEqual([{ kind: 'starting' }, can, { kind: 'none' }, can, { kind: 'none' }, can]);
});

test('K10 the models are those of the server’s gallery, loaded once, and again when it changes', () => {
  const { vision, started, asked, closed } = eyes();
  vision.ask(1, { kind: 'rest' });
  vision.use('embedded', null);
  vision.use('embedded', null);
  vision.use('recommended', null);
  expect(started).toEqual([
    { modelsUrl: '/models/embedded/', previousUrl: null },
    { modelsUrl: '/models/recommended/', previousUrl: null },
  ]);
  expect(closed).toEqual(['/models/embedded/']);
  // What was asked before there was a camera is asked of each.
  expect(asked).toEqual([1, 1]);
});

test('K32 the set used before is loaded beside it, and not unloaded while somebody may stand there', () => {
  const { vision, started, closed } = eyes();
  vision.use('recommended', 'embedded');
  vision.use('recommended', 'embedded');
  vision.use('recommended', null);
  expect(started).toEqual([{ modelsUrl: '/models/recommended/', previousUrl: '/models/embedded/' }]);
  expect(closed).toEqual([]);
  vision.use('embedded', 'recommended');
  expect(started).toHaveLength(2);
});

test('K10 what the camera sees is passed on', () => {
  const { vision, heard, tell } = eyes();
  vision.use(modelId, null);
  tell({ kind: 'left', task: 1 });
  tell({ kind: 'turned', task: 1 });
  expect(heard).toEqual(['left', 'turned']);
});

test('EL31 a camera that went and a worker that has to start again are counted, across changes of the model set', () => {
  const { vision, camera, tell } = eyes();
  vision.use('embedded', null);
  camera({ kind: 'off', reason: 'none' });
  expect(vision.faults()).toEqual({ camera: 0, worker: 0 });
  camera(on);
  camera({ kind: 'off', reason: 'none' });
  camera({ kind: 'off', reason: 'none' });
  camera(on);
  tell({ kind: 'failed', reason: 'frames', detail: '' });
  tell({ kind: 'failed', reason: 'bug', detail: 'stuck' });
  vision.use('recommended', null);
  camera({ kind: 'off', reason: 'busy' });
  expect(vision.faults()).toEqual({ camera: 2, worker: 1 });
});
