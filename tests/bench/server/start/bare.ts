/** What a start cannot do without: a process, SQLite, and each byte of the database once. `bare.ts DATABASE`. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const [file = ''] = process.argv.slice(2);
readFileSync(file);
new Database(file).close();
