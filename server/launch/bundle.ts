import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Packages with native parts; they come into the package as they are. */
export const nativePackages = ['better-sqlite3', '@node-rs/argon2'] as const;

/**
 * Bundles the server, with everything it imports but Node and the packages above, into `server.cjs`, and lays beside it
 * what it reads: so an installed shell needs none of the other packages.
 */
export async function bundleServer(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    // Its parts are programs of their own; here only the last is one.
    define: { 'import.meta.main': 'false' },
    ssr: { noExternal: true, external: [...nativePackages] },
    build: {
      ssr: join(root, 'server/embedded.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'server.cjs', codeSplitting: false } },
    },
  });
  await cp(join(root, 'server/db/migrations'), join(outDir, 'migrations'), { recursive: true });
  await cp(join(root, 'server/seed/catalogue.json'), join(outDir, 'catalogue.json'));
  await cp(join(root, 'models/manifest.json'), join(outDir, 'manifest.json'));
  await cp(join(root, 'models/priors'), join(outDir, 'priors'), { recursive: true });
}
