import { expect } from 'vitest';
import type { RequestName } from '../../shared/contract/requests.ts';
import type { Client } from '../factories/clients.ts';
import type { StaffedOffice } from '../factories/staffedOffice.ts';
import type { Case } from './requestCase.ts';

type Requests = Extract<RequestName, `backup:${string}` | `configuration:${string}`>;

/** A backup that has just been made, by its name. */
export async function backedUp(manage: Client<'manage'>): Promise<string> {
  await manage.do('backup:make', {});
  await manage.until(({ keeping }) => !keeping.making && keeping.lastBackupAt !== null);
  const { backups } = await manage.do('backup:list', {});
  return backups[0]?.name ?? '';
}

/** The office's configuration with its counter 1 called otherwise, and what it was compared by. */
export async function otherConfiguration(office: StaffedOffice) {
  const [from, second] = await Promise.all([office.manage(), office.manage()]);
  const [counter] = from.view().counters;
  const name = { vi: 'Quầy hướng dẫn', en: 'Help desk' };
  const { name: was } = counter ?? { name };
  const save = (called: typeof name) =>
    second.do('counter:save', { counterId: counter?.id ?? 0, number: 1, name: called });
  await save(name);
  const { text } = await second.do('configuration:export', {});
  await save(was);
  await backedUp(second);
  const { digest } = await from.do('configuration:compare', { text });
  return { from, second, text, digest, name };
}

/** Copies of everything, and the office's settings as one file. */
export const keepingCases: { readonly [N in Requests]: Case<N> } = {
  'backup:list': {
    arrange: async (office) => {
      const from = await office.manage();
      const name = await backedUp(from);
      return {
        from,
        input: {},
        other: null,
        seen: async ({ backups, folder, schema }) => {
          expect(backups).toMatchObject([
            { name, madeAt: office.clock.now, facts: { why: 'byHand', schema } },
          ]);
          expect(backups[0]?.bytes).toBeGreaterThan(50_000);
          expect(folder).toBe(`${office.data}/backups`);
          await Promise.resolve();
        },
      };
    },
  },
  'backup:make': {
    arrange: async (office) => {
      const [from, second] = await Promise.all([office.manage(), office.manage()]);
      return {
        from,
        input: {},
        other: null,
        seen: async () => {
          await second.until(({ keeping }) => keeping.lastBackupAt === office.clock.now && !keeping.making);
        },
      };
    },
  },
  'backup:check': {
    arrange: async (office) => {
      const from = await office.manage();
      const name = await backedUp(from);
      return {
        from,
        input: { name },
        other: { name: 'luot-2026-01-01T00-00-00-000Z.db' },
        seen: (output) => {
          expect(output).toEqual({ madeAt: office.clock.now, isNoted: true });
          return Promise.resolve();
        },
      };
    },
  },
  'backup:putBack': {
    arrange: async (office) => {
      const [from, second] = await Promise.all([office.manage(), office.manage()]);
      const name = await backedUp(second);
      const input = { name, password: office.managerPassword };
      return {
        from,
        input,
        other: { ...input, password: 'một mật khẩu khác' },
        seen: async () => {
          await second.until(({ keeping }) => keeping.isPuttingBack);
        },
      };
    },
  },
  'configuration:export': {
    arrange: async (office) => {
      const from = await office.manage();
      return {
        from,
        input: {},
        other: null,
        seen: async ({ text }) => {
          expect(await from.do('configuration:compare', { text })).toMatchObject({ changes: [] });
        },
      };
    },
  },
  'configuration:compare': {
    arrange: async (office) => {
      const { from, text, name } = await otherConfiguration(office);
      return {
        from,
        input: { text },
        other: null,
        seen: (output) => {
          expect(output.changes).toEqual([{ part: 'counters', added: [], changed: [name.vi], removed: [] }]);
          return Promise.resolve();
        },
      };
    },
  },
  'configuration:import': {
    arrange: async (office) => {
      const { from, second, text, digest, name } = await otherConfiguration(office);
      return {
        from,
        input: { text, digest },
        other: { text, digest: 'f'.repeat(64) },
        seen: async () => {
          await second.until(({ counters }) => counters[0]?.name.vi === name.vi);
        },
      };
    },
  },
};
