import type { ApiProblem } from '../../shared/contract/api/problem.ts';
import type { Problem, RefusalCode } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/schemas.ts';
import { apiPageWords } from '../../shared/i18n/api.ts';
import { fill } from '../../shared/i18n/language.ts';
import { problemWords } from '../../shared/i18n/problems.ts';

/** Where what the problem is says more than that it is in conflict with how things are. */
const statuses: Partial<Record<RefusalCode, number>> = {
  badApiKey: 401,
  notAllowed: 403,
  scopeMissing: 403,
  unknownTicket: 404,
  unknownDossier: 404,
  unknownAppointment: 404,
  unknownField: 422,
  unknownPriority: 422,
  badCsv: 422,
  badTable: 422,
  badRange: 422,
  badDueDate: 422,
  dossierUnexplained: 422,
  timePassed: 422,
  tooManyRequests: 429,
};
const conflict = 409;

/** The language that a header asks for; Vietnamese unless English comes first. */
export const languageAsked = (header: string | undefined): Language =>
  /^\s*en\b/iu.test(header ?? '') ? 'en' : 'vi';

const typeOf = (code: string): string => `urn:luot:problem:${code}`;

/** A path that leads nowhere. */
export const notFound = (language: Language): ApiProblem => ({
  type: typeOf('notFound'),
  title: apiPageWords[language].notFound,
  status: 404,
  code: 'notFound',
});

/** A problem as RFC 9457 writes it. */
export function apiProblemOf(problem: Problem, language: Language): ApiProblem {
  const words = problemWords[language];
  switch (problem.kind) {
    case 'refused': {
      const { code, detail } = problem;
      return {
        type: typeOf(code),
        title: fill(words[code], detail ?? {}),
        status: statuses[code] ?? conflict,
        code,
        ...(detail === undefined ? {} : { facts: detail }),
      };
    }
    case 'malformed':
      return {
        type: typeOf('malformed'),
        title: apiPageWords[language].malformed,
        status: 400,
        code: 'malformed',
        detail: [problem.where, problem.what].filter((part) => part !== '').join(': '),
      };
    case 'bug':
      return {
        type: typeOf('bug'),
        title: fill(words.bug, { id: problem.id }),
        status: 500,
        code: 'bug',
        instance: problem.id,
      };
  }
}
