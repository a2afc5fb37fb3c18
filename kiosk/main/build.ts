import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Bundles one entry, with everything it imports but Electron and Node, into `<name>.cjs`. */
async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
}

/**
 * Bundles the Electron shell into `main.cjs`, `preload.cjs` and `scannerProcess.cjs`. Each on its own, without shared
 * parts: a sandboxed preload script can load nothing but Electron, and must be CommonJS.
 */
export async function buildShell(outDir: string): Promise<void> {
  await bundle('kiosk/main/main.ts', outDir);
  await bundle('kiosk/preload/preload.ts', outDir);
  await bundle('kiosk/main/scannerProcess.ts', outDir);
}

if (import.meta.main) await buildShell(join(root, 'dist/kiosk-main'));
