// `npm start`: plain JavaScript, since the machine's own Node may be too old for the rest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, root, setUp } from './setup.mjs';

await setUp();

// What Node makes of the sources is kept, which halves the time they take to load; a new installation begins anew.
const compiled = join(root, 'node_modules', '.cache', 'luot');

// The channel tells the launcher when this process is gone, even by SIGKILL, so that no server is left behind.
const child = spawn(pinnedNode, [join(root, 'server/launch/run.ts'), ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { NODE_COMPILE_CACHE: compiled, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`The pinned Node does not start: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
