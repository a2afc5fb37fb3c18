import type { Problem } from '../contract/problems.ts';
import type { Language } from '../contract/schemas.ts';
import { fill } from '../i18n/language.ts';
import { problemWords } from '../i18n/problems.ts';

/** One sentence for staff about why something was not done. */
export function sayProblem(problem: Problem | { readonly kind: 'offline' }, language: Language): string {
  const words = problemWords[language];
  switch (problem.kind) {
    case 'refused':
      return fill(words[problem.code], problem.detail ?? {});
    case 'bug':
      return fill(words.bug, { id: problem.id });
    default:
      return words[problem.kind];
  }
}
