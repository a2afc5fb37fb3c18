import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
const roomNames = ['kiosk', 'counter-display', 'server', 'shared', 'models', 'tests'];

export type Cruise = {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

/** Runs dependency-cruiser with the project's rules, as `npm test` does, on the rooms in `folder`. */
export async function cruise(folder: string): Promise<Cruise> {
  const program = join(modules, 'dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.dependency-cruiser.mjs');
  const args = [program, '--output-type', 'json', '--config', config, ...roomNames];
  const said = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (_error, stdout, stderr) => {
      // Violations make it end with an error code too; then the report says what there is to say.
      if (stdout === '') reject(new Error(stderr));
      else resolve(stdout);
    });
  });
  return JSON.parse(said) as Cruise;
}
