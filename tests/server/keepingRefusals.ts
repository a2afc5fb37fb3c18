import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalCode } from '../../shared/contract/problems.ts';
import { backedUp, otherConfiguration } from './keepingCases.ts';
import { alteredFile } from './configurationFiles.ts';
import type { Refusing } from './refusing.ts';
import { answered } from './refusing.ts';

/** How refusals about backups and configuration files come about. */
export const keepingRefusals = {
  unknownBackup: async (office) =>
    answered((await office.manage()).send('backup:check', { name: 'luot-2026-01-01T00-00-00-000Z.db' })),
  backupUnusable: async (office) => {
    const manage = await office.manage();
    const name = await backedUp(manage);
    writeFileSync(join(office.data, 'backups', name), 'x'.repeat(9_000));
    return answered(manage.send('backup:putBack', { name, password: office.managerPassword }));
  },
  wrongPassword: async (office) => {
    const manage = await office.manage();
    const name = await backedUp(manage);
    return answered(manage.send('backup:putBack', { name, password: 'không phải' }));
  },
  backupFirst: async (office) => {
    const manage = await office.manage();
    const { text } = await manage.do('configuration:export', {});
    const { digest } = await manage.do('configuration:compare', { text });
    return answered(manage.send('configuration:import', { text, digest }));
  },
  configurationUnreadable: async (office) =>
    answered((await office.manage()).send('configuration:compare', { text: '{"format":"other"}' })),
  configurationNewer: async (office) => {
    const manage = await office.manage();
    const { text } = await manage.do('configuration:export', {});
    const newer = alteredFile(text, (file) => ({ ...file, schema: 999 }));
    return answered(manage.send('configuration:compare', { text: newer }));
  },
  configurationInvalid: async (office) => {
    const { from, text } = await otherConfiguration(office);
    const wrong = alteredFile(text, ({ tables, ...file }) => ({
      ...file,
      tables: { ...tables, office: tables['office']?.map((row) => ({ ...row, time_zone: 'Sao Hỏa' })) ?? [] },
    }));
    const { digest } = await from.do('configuration:compare', { text: wrong });
    return answered(from.send('configuration:import', { text: wrong, digest }));
  },
  configurationChanged: async (office) => {
    const { from, second, text, digest } = await otherConfiguration(office);
    await second.do('kiosk:setUp', { population: 'general', dwellMs: 2_000 });
    return answered(from.send('configuration:import', { text, digest }));
  },
} as const satisfies Partial<Record<RefusalCode, Refusing>>;
