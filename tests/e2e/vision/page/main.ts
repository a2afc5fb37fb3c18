/** The kiosk's camera and worker alone on a page, worked by a test through `window.vision`. */
import { startVision } from '../../../../kiosk/vision/vision.ts';
import type { Vision, VisionReport } from '../../../../kiosk/vision/vision.ts';

/** A report and when it came, ms since the page began. */
export type Heard = { readonly at: number; readonly report: VisionReport };

export type VisionPage = {
  readonly heard: Heard[];
  readonly start: (set: string, previous: string | null, threads?: number) => void;
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
window.Worker = new Proxy(window.Worker, {
  construct(Plain, [url, options]: ConstructorParameters<typeof Worker>) {
    newestWorker = new Plain(url, options);
    return newestWorker;
  },
});

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
  start(set, previous, threads) {
    vision = startVision({
      modelsUrl: `/models/${set}/`,
      previousUrl: previous === null ? null : `/models/${previous}/`,
      ...(threads === undefined ? {} : { threads }),
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
