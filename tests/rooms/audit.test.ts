import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptedList, judge } from '../audit/judge.ts';

const flaw = (name: string, id: string) => ({
  source: 1,
  name,
  dependency: name,
  title: 'Prototype pollution',
  url: `https://github.com/advisories/${id}`,
  severity: 'high',
  range: '<2',
});
const [one, other] = ['GHSA-2222-3333-4444', 'GHSA-5555-6666-7777'];
const said = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    bad: { name: 'bad', severity: 'high', via: [flaw('bad', one)] },
    // Brings it.
    big: { name: 'big', severity: 'high', via: ['bad'] },
    worse: { name: 'worse', severity: 'high', via: [flaw('worse', other), flaw('bad', one)] },
  },
});
const accept = (advisory: string, until: string) => ({ advisory, until, why: 'only reads our own files' });
const why = 'x'.repeat(20);

test('AT60 an advisory for a package is open until it is accepted with a reason, and again after its last day', () => {
  const open = (accepted: Parameters<typeof judge>[1]) => judge(said, accepted, '2026-11-23');
  expect(open([])).toEqual({
    kind: 'checked',
    open: [`high in bad: Prototype pollution (${one})`, `high in worse: Prototype pollution (${other})`],
    stale: [],
  });
  const today = [accept(one, '2026-11-23'), accept('GHSA-8888-9999-cccc', '2027-01-01')];
  expect(open(today)).toMatchObject({
    open: [expect.stringContaining(other)],
    stale: ['GHSA-8888-9999-cccc'],
  });
  expect(open([accept(one, '2026-11-22'), accept(other, '2026-11-22')])).toMatchObject({
    open: [expect.stringContaining(one), expect.stringContaining(other)],
  });
});

test('AT60 without a report nothing is said to be fine', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 });
  for (const none of ['', 'npm error', refused, '{}', 'null'])
    expect(judge(none, [], '2026-11-23').kind).toBe('unchecked');
  const fine = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} });
  expect(judge(fine, [], '2026-11-23')).toEqual({ kind: 'checked', open: [], stale: [] });
});

test('AT60 the list of what is accepted names advisories, reasons and last days', () => {
  const file = join(import.meta.dirname, '../audit/accepted.json');
  expect(acceptedList.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success).toBe(true);
  for (const bad of [
    { advisory: 'CVE-1', why, until: '2027-01-01' },
    { advisory: one, why: '', until: '2027-01-01' },
    { advisory: one, why },
  ])
    expect(acceptedList.safeParse([bad]).success).toBe(false);
});
