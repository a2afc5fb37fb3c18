/** One system's figures on some people, and what there are too few pictures for. */
import { thresholdsFor } from '../../../shared/domain/matching.ts';
import type { MeasuredThresholds } from '../../../shared/domain/matching.ts';
import {
  equalErrorRate,
  interval,
  intervalOverPeople,
  shareAtLeast,
  shareInterval,
  thresholdAt,
} from './rates.ts';
import type { Scores } from './rates.ts';
import { ownAccept } from './ownAccept.ts';
import { openSet, scoresOf } from './trial.ts';
import type { Comparison, Trial } from './trial.ts';

const FMRS = [1e-3, 1e-4, 1e-5];
const FPIRS = [0.01, 0.001];
const DRAWS = 10;
/** What cannot be measured. */
const NONE = '–';

/** `lacking`: why a cell is empty. */
export type Row = { readonly cells: readonly string[]; readonly lacking: readonly string[] };

const percent = (share: number): string => (100 * share).toFixed(2);
const between = ([from, to]: readonly [number, number]): string => `${percent(from)}–${percent(to)}`;
const sized = (size: number, people: number): string => (size >= people ? `all ${people}` : `${size}`);

export const pairsHeading = ['EER %', ...FMRS.map((rate) => `TPR % at FMR ${rate}`)];
export const searchHeadings = (sizes: readonly number[], people: number): string[] =>
  sizes.flatMap((size) => [
    `rank 1 %, N = ${sized(size, people)}`,
    `FNIR % at FPIR 1 % / 0.1 %, N = ${sized(size, people)}`,
  ]);

/** One against one: with the Wilson interval at 95 %. */
export function pairsRow(scores: Scores): Row {
  const { genuine, impostor } = scores;
  const lacking: string[] = [];
  const rates = FMRS.map((rate) => {
    if (impostor.length * rate < 1) {
      lacking.push(
        `FMR ${rate} needs ${Math.round(1 / rate)} pairs of two people, there are ${impostor.length}`,
      );
      return NONE;
    }
    const share = shareAtLeast(genuine, thresholdAt(impostor, rate));
    return `${percent(share)} (${between(interval(share, genuine.length))})`;
  });
  return { cells: [percent(equalErrorRate(scores)), ...rates], lacking };
}

/** Searches in galleries of each size. */
export function searchRow(trial: Trial, comparison: Comparison, sizes: readonly number[]): Row {
  const lacking: string[] = [];
  const cells = sizes.flatMap((size) => {
    const found = openSet(trial, comparison, size, DRAWS);
    const [strangers, enrolled] = [scoresOf(found.strangers), scoresOf(found.enrolled)];
    if (enrolled.length === 0) {
      lacking.push(`N = ${size}: nobody enrolled has a picture left to look for`);
      return [NONE, NONE];
    }
    const rates = FPIRS.map((rate) => {
      if (strangers.length * rate >= 1)
        return percent(1 - shareAtLeast(enrolled, thresholdAt(strangers, rate)));
      lacking.push(
        `N = ${size}: FPIR ${100 * rate} % needs ${Math.round(1 / rate)} searches of strangers, there are ${strangers.length}`,
      );
      return NONE;
    });
    return [percent(shareAtLeast(enrolled, -Number.MAX_VALUE)), rates.join(' / ')];
  });
  return { cells, lacking };
}

export const shippedHeading = [
  'pictures',
  'enrolled',
  'searches of strangers / enrolled',
  'accept',
  'FPIR % (95 %)',
  'FNIR % (95 %)',
  'unsure',
  'FPIR % (95 %)',
  'FNIR % (95 %)',
  'FPIR 0.1 % is at (95 %)',
  'own strangers call for',
];

/** What the set's own thresholds do; intervals over people, since one person's searches hang together. */
export function shippedRow(
  trial: Trial,
  comparison: Comparison,
  size: number,
  shipped: MeasuredThresholds,
): readonly string[] {
  const { strangers, enrolled } = openSet(trial, comparison, size, DRAWS);
  const { accept, unsure } = thresholdsFor(shipped, size);
  const at = (threshold: number): string[] => {
    const falsely = shareAtLeast(scoresOf(strangers), threshold);
    const missed = 1 - shareAtLeast(scoresOf(enrolled), threshold);
    const [low, high] = shareInterval(enrolled, threshold);
    return [
      threshold.toFixed(3),
      `${percent(falsely)} (${between(shareInterval(strangers, threshold))})`,
      `${percent(missed)} (${between([1 - high, 1 - low])})`,
    ];
  };
  const quantile = (scores: Float64Array): number => thresholdAt(scores, 0.001);
  const [from, to] = intervalOverPeople(strangers, quantile);
  const measured =
    strangers.length >= 1_000
      ? `${quantile(scoresOf(strangers)).toFixed(3)} (${from.toFixed(3)}–${to.toFixed(3)})`
      : NONE;
  const count = `${strangers.length} / ${enrolled.length}`;
  const own = ownAccept(trial, comparison, size);
  const called = own === null ? NONE : own.toFixed(3);
  return [sized(size, trial.people.length), count, ...at(accept), ...at(unsure), measured, called];
}
