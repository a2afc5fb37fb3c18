import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import type { Part } from './server/part.ts';

/**
 * `npm run bench:server`: what the server bears, each part beside what it is compared with. A part is the `part` of a file
 * `server/*.part.ts`; a new one needs nothing but its file. `npm run bench:server -- fanout` takes only those whose names
 * begin so.
 */
const folder = join(import.meta.dirname, 'server');
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.part.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))
  .toSorted();
if (files.length === 0) throw new Error(`there is no part ${wanted.join(', ')}`);

process.env['LUOT_LOG'] = 'silent';
for (const file of files) {
  const { part } = (await import(join(folder, file))) as { readonly part: Part };
  console.log(`\n${part.what} (load ${loadavg()[0]?.toFixed(1)})`);
  await part.run((line) => console.log(`  ${line}`));
}
