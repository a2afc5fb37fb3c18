import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longestFirst.ts';

/** Screens before the real camera and its worker, which leave less of the machine to others. */
const withCamera = 'tests/screens/kiosk/{camera,head,turning}.test.ts';
const globalSetup = ['tests/scratch.ts'];
/** What is waited for comes at once on a quiet machine; a busy one is not at fault, and only what fails waits so long. */
const expect = { poll: { timeout: 10_000 } };
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };

/** One project for each kind of check; `tests/run.mjs` runs them all. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // tests/run.mjs adds these figures up.
    reporters: process.env['LUOT_REPORT'] === undefined ? ['default'] : ['default', 'json'],
    ...(process.env['LUOT_REPORT'] === undefined ? {} : { outputFile: { json: process.env['LUOT_REPORT'] } }),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          ...patient,
          globalSetup,
          expect,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/{server,launch,rooms}/**/*.test.ts'],
          ...patient,
          globalSetup,
          expect,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.ts'],
          exclude: [withCamera],
          ...patient,
          globalSetup,
          expect,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,faults}/**/*.test.ts', withCamera],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          globalSetup,
          expect,
        },
      },
    ],
  },
});
