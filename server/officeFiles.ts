import { join } from 'node:path';

/** Where an office keeps what, in its data folder. */
export const officeFiles = (data: string): Readonly<Record<'db' | 'key' | 'backups' | 'drop', string>> => ({
  db: join(data, 'luot.db'),
  key: join(data, 'luot.key'),
  backups: join(data, 'backups'),
  drop: join(data, 'drop'),
});
