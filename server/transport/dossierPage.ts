import type { FastifyInstance } from 'fastify';
import type { Language } from '../../shared/contract/schemas.ts';
import { dossierPageWords, dossierStateWords } from '../../shared/i18n/dossier.ts';
import { fill } from '../../shared/i18n/language.ts';
import { sayDate, sayTime } from '../../shared/i18n/time.ts';
import { dossierOfToken } from '../usecases/dossierFacts.ts';
import type { Dossier } from '../usecases/dossierStore.ts';
import type { Context } from '../usecases/ports.ts';
import { makeAttempts } from './attempts.ts';
import { escaped } from './html.ts';

const languages = ['vi', 'en'] as const satisfies readonly Language[];

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; padding: 24px 20px; font: 18px/1.5 system-ui, sans-serif; }
  main { max-width: 32rem; margin: 0 auto; }
  h1 { margin: 0 0 4px; font-size: 20px; font-weight: 600; }
  .state { margin: 0; font-size: 34px; font-weight: 800; line-height: 1.2; }
  section + section { margin-top: 28px; padding-top: 24px; border-top: 1px solid #8888; }
  p { margin: 8px 0 0; }`;

/** The same in both languages, Vietnamese first: an old phone needs no script for it, and nothing else to load. */
function page(office: string, inLanguage: (language: Language) => readonly [string, ...string[]]): string {
  const sections = languages.map((language) => {
    const [state, ...more] = inLanguage(language);
    const sentences = more.map((sentence) => `<p>${escaped(sentence)}</p>`).join('');
    return `<section lang="${language}"><h1>${escaped(dossierPageWords[language].title)}</h1><p class="state">${escaped(state)}</p>${sentences}</section>`;
  });
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${escaped(dossierPageWords.vi.title)} · ${escaped(office)}</title><link rel="icon" href="data:,"><style>${style}</style></head><body><main>${sections.join('')}</main></body></html>`;
}

/** What whoever holds a dossier's paper is told: the state and the day, and nothing of what it is about. */
function sentencesOf(
  { dueAt, state }: Dossier,
  now: number,
  timeZone: string,
  language: Language,
): readonly [string, ...string[]] {
  const words = dossierPageWords[language];
  const when = (at: number): string => `${sayTime(at, timeZone)} ${sayDate(at, timeZone)}`;
  const due = dueAt === null ? words.noDue : fill(words.due, { when: when(dueAt) });
  const more = {
    received: dueAt !== null && dueAt < now ? [due, words.late] : [due],
    supplement: [words.supplementMore],
    refused: [words.refusedMore],
    ready: [words.readyMore],
    returned: [],
  }[state];
  return [dossierStateWords[language][state], ...more, fill(words.asOf, { when: when(now) })];
}

/** The page that the code on a dossier's paper leads to. Wrong codes are slowed down by address. */
export function serveDossierPage(app: FastifyInstance, context: Context): void {
  const guesses = makeAttempts();
  app.get<{ Params: { token: string } }>('/d/:token', (request, reply) => {
    const now = context.now();
    const { name, timeZone } = context.store.office.office();
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const isSlowed = guesses.waitMs(request.ip, now) > 0;
    const dossier = isSlowed ? null : dossierOfToken(context, request.params.token);
    if (dossier !== null)
      return reply.send(page(name.vi, (language) => sentencesOf(dossier, now, timeZone, language)));
    if (!isSlowed) guesses.failed(request.ip, now);
    const why = isSlowed ? 'tooMany' : 'unknown';
    return reply
      .code(isSlowed ? 429 : 404)
      .send(page(name.vi, (language) => [dossierPageWords[language][why]]));
  });
}
