/** The kiosk's camera and worker alone on a page, worked by a test through `window.vision`. */
import { startVision } from '../../../../kiosk/vision/vision.ts';
import type { Vision, VisionReport } from '../../../../kiosk/vision/vision.ts';

/** A report and when it came, ms since the page began. */
export type Heard = { readonly at: number; readonly report: VisionReport };

export type VisionPage = {
  readonly heard: Heard[];
  readonly start: (maxThreads?: number) => void;
  readonly vision: () => Vision;
  readonly violations: string[];
  /** Ends the newest worker behind the client's back, as a crash would. */
  readonly endWorker: () => void;
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can add to Window.
  interface Window {
    page: VisionPage;
  }
}

let newestWorker: Worker | undefined;
const PlainWorker = window.Worker;
window.Worker = class extends PlainWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    newestWorker = this;
  }
};

let vision: Vision | undefined;
const heard: Heard[] = [];
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective} ${blockedURI}`),
);

window.page = {
  heard,
  violations,
  endWorker: () => newestWorker?.terminate(),
  start(maxThreads) {
    vision = startVision({
      modelsUrl: '/models/embedded/',
      ...(maxThreads === undefined ? {} : { maxThreads }),
    });
    vision.subscribe((report) => {
      heard.push({ at: performance.now(), report });
      const preview = document.querySelector('video');
      if (report.kind === 'camera' && preview !== null) preview.srcObject = vision?.preview() ?? null;
    });
  },
  vision() {
    if (vision === undefined) throw new Error('start first');
    return vision;
  },
};
