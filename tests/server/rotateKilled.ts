import { rotate } from '../../server/keys/rotate.ts';

// Changes the key of the office in a folder and is gone, as in a power cut, after so many steps.

const [data = '', steps = '0'] = process.argv.slice(2);
let left = Number(steps);
await rotate({ data, ask: () => Promise.resolve(null), now: Date.now }, () => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
