/** How clear a picture of a face is, for choosing among pictures of one person. Pure. */
import type { MainFace } from './look.ts';

/** What each measure is at its worst and at its best for recognising. */
const sharpness = { worst: 0.1, best: 0.22 };
const eyes = { worst: 30, best: 120 };
const brightness = { best: 128, spread: 100 };
const lostWorst = 0.35;

const share = (value: number, { worst, best }: { worst: number; best: number }): number =>
  Math.min(1, Math.max(0, (value - worst) / (best - worst)));

/**
 * 0..1, as good as its worst side: sharpness, size, light, and how much is burnt out or drowned. Not the pose: another
 * one is worth keeping.
 */
export const clarityOf = ({ pose, quality }: Pick<MainFace, 'pose' | 'quality'>): number =>
  Math.min(
    share(quality.sharpness, sharpness),
    share(pose.eyeDistance, eyes),
    share(Math.abs(quality.brightness - brightness.best), { worst: brightness.spread, best: 20 }),
    share(quality.lost, { worst: lostWorst, best: 0.05 }),
  );
