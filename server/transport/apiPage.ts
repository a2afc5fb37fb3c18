import type { FastifyInstance } from 'fastify';
import type { OperationName } from '../../shared/contract/api.ts';
import type { Operation } from '../../shared/contract/api/operation.ts';
import { apiRoot, operationNames, operations } from '../../shared/contract/api.ts';
import type { EventType } from '../../shared/contract/events.ts';
import { eventBody, events } from '../../shared/contract/events.ts';
import { refusalCodes } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/schemas.ts';
import { apiPageWords, eventWords, operationWords, scopeWords } from '../../shared/i18n/api.ts';
import { languageAsked } from './apiProblem.ts';
import { escaped } from './html.ts';
import type { JsonSchema } from './openapi.ts';
import { bodySchemaOf, jsonSchemaOf } from './openapi.ts';

const style = `
  :root { color-scheme: light dark; --line: #8886; --code: #8882; }
  body { margin: 0; padding: 24px 20px 80px; font: 17px/1.55 system-ui, sans-serif; }
  main { max-width: 60rem; margin: 0 auto; }
  h1 { margin: 0 0 8px; font-size: 30px; line-height: 1.2; }
  h2 { margin: 40px 0 12px; font-size: 22px; }
  h3 { margin: 0; font-size: 17px; overflow-wrap: anywhere; }
  h3 code { font-size: 17px; font-weight: 700; }
  h4 { margin: 14px 0 4px; font-size: 15px; }
  p { margin: 6px 0; }
  a { color: LinkText; }
  nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 12px 0; }
  nav a { padding: 6px 0; }
  article { padding: 18px 0; border-top: 1px solid var(--line); }
  code, pre { font: 15px/1.5 ui-monospace, monospace; }
  pre { margin: 0; padding: 10px 14px; border-radius: 6px; background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere; }
  .codes { columns: 14rem; padding-left: 20px; }`;

const indent = (text: string): string => text.replaceAll('\n', '\n  ');

/** A schema in a few lines, as programmers write types. */
function typeText(schema: JsonSchema): string {
  const {
    type,
    properties,
    required = [],
    items,
    enum: choices,
  } = schema as JsonSchema & {
    readonly items?: JsonSchema;
    readonly enum?: readonly unknown[];
  };
  const either = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (either !== undefined) return either.map(typeText).join(' | ');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  if (type === 'array') return `[${typeText(items ?? {})}, …]`;
  if (properties !== undefined) {
    const members = Object.entries(properties).map(
      ([name, member]) => `${name}${required.includes(name) ? '' : '?'}: ${indent(typeText(member))}`,
    );
    return members.length === 0 ? '{}' : `{\n  ${members.join('\n  ')}\n}`;
  }
  const named = [type ?? 'object'].flat().join(' | ');
  const format = schema['format'];
  return typeof format === 'string' ? `${named} (${format})` : named;
}

const block = (title: string, text: string): string =>
  text === '{}' ? '' : `<h4>${escaped(title)}</h4><pre tabindex="0">${escaped(text)}</pre>`;

/** A first call, to be copied. */
function exampleOf({ method, path }: Operation): string {
  const address = `curl -H "Authorization: Bearer $LUOT_KEY" "$LUOT${apiRoot}${path}"`;
  return method === 'GET'
    ? address
    : `${address} \\\n  -H "Idempotency-Key: $(uuidgen)" -H "Content-Type: application/json" -d @body.json`;
}

function operationPart(name: OperationName, language: Language): string {
  const operation: Operation = operations[name];
  const { method, path, scope, output } = operation;
  const words = apiPageWords[language];
  const given = method === 'GET' ? jsonSchemaOf(operation.input) : bodySchemaOf(operation);
  return `<article id="${name}"><h3><code>${method} ${escaped(apiRoot + path)}</code></h3>
    <p>${escaped(operationWords[language][name])}.</p>
    <p>${escaped(words.scope)}: <code>${scope}</code> (${escaped(scopeWords[language][scope])})</p>
    ${block(words.input, typeText(given))}${block(words.output, typeText(jsonSchemaOf(output)))}
    ${block(words.example, exampleOf(operation))}</article>`;
}

const eventPart = (type: EventType, language: Language): string =>
  `<article><h3><code>${type}</code></h3><p>${escaped(eventWords[language][type])}.</p>
  <pre tabindex="0">${escaped(typeText(jsonSchemaOf(eventBody(type))))}</pre></article>`;

/** The whole description, in one language. */
function page(language: Language): string {
  const words = apiPageWords[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const contents = operationNames
    .map((name) => `<li><a href="#${name}">${escaped(operationWords[language][name])}</a></li>`)
    .join('');
  const parts = operationNames.map((name) => operationPart(name, language)).join('');
  const told = (Object.keys(events) as EventType[]).map((type) => eventPart(type, language)).join('');
  const codes = ['malformed', 'notFound', 'bug', ...refusalCodes].map(
    (code) => `<li><code>${code}</code></li>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words.title)} · Lượt</title>
    <link rel="icon" href="data:,"><style>${style}</style></head><body><main>
    <h1>${escaped(words.title)}</h1><p>${escaped(words.intro)}</p><p>${escaped(words.idempotency)}</p>
    <nav><a href="openapi.json">${escaped(words.document)}</a>
    <a href="?lang=${other}" lang="${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Tiếng Việt'}</a></nav>
    <h2>${escaped(words.parts)}</h2><ul>${contents}</ul>${parts}
    <h2>${escaped(words.webhooks)}</h2><p>${escaped(words.webhooksMore)}</p>${told}
    <h2>${escaped(words.problems)}</h2><p>${escaped(words.problemsMore)}</p>
    <ul class="codes">${codes.join('')}</ul></main></body></html>`;
}

/**
 * The page that describes the API, at `docs`: of our own, since the usual viewers are a megabyte of script in English, and
 * this one is read without any.
 */
export function serveApiPage(api: FastifyInstance): void {
  api.get<{ Querystring: { lang?: unknown } }>('/docs', (request, reply) => {
    const { lang } = request.query;
    const language =
      lang === 'en' || lang === 'vi' ? lang : languageAsked(request.headers['accept-language']);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .send(page(language));
  });
}
