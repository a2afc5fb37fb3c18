import { recognitionOutcomes, reportWords } from '../../../../shared/i18n/screens/reports.ts';
import type { Cell, Table, Told } from './table.ts';
import { column, shareOf } from './table.ts';

/** What services were for, what visitors thought, and what cameras saw, as tables. */

/** What was done how often, most often first. */
export function proceduresTable({ report, language }: Told): Table {
  const words = reportWords[language];
  const all = report.procedures.reduce((sum, { count }) => sum + count, 0);
  let sofar = 0;
  return {
    title: words.procedures,
    columns: [
      column(words.procedure, 'text'),
      column(words.field, 'text'),
      column(words.times, 'count'),
      column(words.cumulative, 'percent'),
      column(words.supplement, 'count'),
      column(words.refused, 'count'),
    ],
    rows: report.procedures.map(({ name, field, count, supplement, refused }) => {
      sofar += count;
      return [name[language], field[language], count, shareOf(sofar, all), supplement, refused];
    }),
  };
}

/** How many gave which rating, the best first. */
export function levelsTable({ report, language }: Told): Table {
  const words = reportWords[language];
  const { asked, levels } = report.satisfaction;
  const answered = levels.reduce((sum, count) => sum + count, 0);
  const names = [words.level1, words.level2, words.level3, words.level4];
  return {
    title: words.satisfaction,
    columns: [column(words.level, 'text'), column(words.people, 'count'), column(words.share, 'percent')],
    rows: [
      ...names.map((name, i): Cell[] => [name, levels[i] ?? 0, shareOf(levels[i] ?? 0, answered)]).reverse(),
      [words.unanswered, asked - answered, null],
    ],
  };
}

/** The share of answers without a complaint about each factor of SIPAS. */
export function factorsTable({ report, language }: Told): Table {
  const words = reportWords[language];
  const { levels, faults } = report.satisfaction;
  const answered = levels.reduce((sum, count) => sum + count, 0);
  const names = {
    access: words.access,
    procedure: words.procedureFactor,
    staff: words.staffFactor,
    result: words.result,
    feedback: words.feedback,
  };
  return {
    title: words.factors,
    columns: [
      column(words.factor, 'text'),
      column(words.index, 'percent'),
      column(words.complaints, 'count'),
    ],
    rows: faults.map(({ factor, count }) => [names[factor], shareOf(answered - count, answered), count]),
  };
}

/** What was complained of how often. */
export function reasonsTable({ report, language }: Told): Table {
  const words = reportWords[language];
  return {
    title: words.reasons,
    columns: [column(words.reason, 'text'), column(words.people, 'count')],
    rows: report.satisfaction.reasons.map(({ name, count }) => [name[language], count]),
  };
}

/** What came of looks at faces. */
export function recognitionTable({ report, language }: Told): Table {
  const words = reportWords[language];
  return {
    title: words.recognition,
    columns: [column(words.outcome, 'text'), column(words.times, 'count')],
    rows: recognitionOutcomes.map((outcome) => [words[outcome], report.recognition[outcome]]),
  };
}
