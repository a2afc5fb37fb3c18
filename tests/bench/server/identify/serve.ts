import { describe, startServer } from '../../../../server/main.ts';
import { readOptions } from '../../../../server/options.ts';

/** The server's own program on another home: `serve.ts HOME [options]`. */
const [home = '', ...args] = process.argv.slice(2);
const running = await startServer(readOptions(args), home);
console.log(describe(running));
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
