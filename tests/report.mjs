import { relative } from 'node:path';
import { root } from '../server/launch/setup.mjs';

/** A failed test in a few lines. */
const faultOf = (file, test, message = '') =>
  `  ${relative(root, file)}: ${test}\n${message.split('\n').slice(0, 4).join('\n').slice(0, 600)}`;

/** What failed in a file, in a few lines each; a file that could not even be loaded counts as a failed test. */
export function faultsOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [faultOf(name, 'did not run', message)] : [];
  return failed.map((test) => faultOf(name, test.fullName, test.failureMessages[0]));
}

/**
 * Adds up what the files of a run came to, as Vitest reports them. A run that broke down, or failed for something that is
 * no test's fault, counts as one failed test.
 */
export function countTests({ ok, ended }) {
  const tests = ended.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const faults = ended.flatMap(faultsOf);
  return {
    passed,
    failed: faults.length === 0 && !ok ? 1 : faults.length,
    skipped: tests.length - passed - failed,
    faults,
  };
}
