import type { Report } from '../../../../shared/contract/requests/report.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';

/** `11/2026` for months, `16/11/2026` for days and the first days of weeks. */
export const sayStep = (from: string, step: Report['trend']['step']): string =>
  step === 'month' ? writeDay(from).slice(3) : writeDay(from);

/** As it stands under a column: days without their year. */
export const sayStepBriefly = (from: string, step: Report['trend']['step']): string =>
  step === 'month' ? sayStep(from, step) : sayStep(from, step).slice(0, 5);
