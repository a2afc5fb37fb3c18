// `npm start`: plain JavaScript, since the machine's own Node may be too old for the rest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, root, setUp } from './setup.mjs';

await setUp();

// The channel tells the launcher when this process is gone, even by SIGKILL, so that no server is left behind.
const child = spawn(pinnedNode, [join(root, 'server/launch/run.ts'), ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`The pinned Node does not start: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
