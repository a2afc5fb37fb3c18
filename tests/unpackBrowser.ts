import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

// Unpacks the carried Chromium into the temporary folder, which is all that its package can do. In the system's own,
// two tests that do so at once spoil each other's files; `carriedBrowser.ts` runs this with a folder of its own as such.
const packed = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
await Promise.all((await readdir(packed)).map((name) => inflate(fileURLToPath(new URL(name, packed)))));
