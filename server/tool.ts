import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BadCopy } from './db/copies.ts';
import { SealBroken } from './db/visitors.ts';
import { passphraseFrom } from './keys/ask.ts';
import type { Opening } from './openOffice.ts';
import { StartError } from './startError.ts';

/** A command on an office's data, for a technician at a terminal while the server is stopped. */
export type Tool = {
  readonly opening: Opening;
  /** What was typed after the command. */
  readonly rest: readonly string[];
  readonly flags: { readonly remove: boolean };
  readonly say: (line: string) => void;
};

/** @returns whether all is well; otherwise the program ends with 1. */
export type Command = (tool: Tool) => Promise<boolean> | boolean;

/** How a mistake is told: in one line, where a person can do something about it. */
function lineOf(error: unknown): string {
  if (error instanceof BadCopy) return `This copy cannot be used: ${error.message}.`;
  if (error instanceof SealBroken) return `In the database ${error.message}.`;
  if (error instanceof StartError) return error.message;
  // Node's own: an unknown option, a folder that cannot be written.
  if (error instanceof Error && 'code' in error) return error.message;
  throw error;
}

/**
 * Runs the command that was typed.
 * @param usage what is said when it is none of them.
 */
export async function runTool(usage: string, commands: Readonly<Record<string, Command>>): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string', default: 'data' },
        remove: { type: 'boolean', default: false },
      },
    });
    const [name = '', ...rest] = positionals;
    const command = commands[name];
    if (command === undefined) throw new StartError(usage);
    const opening: Opening = {
      data: resolve(values.data),
      ask: passphraseFrom(process.env, null),
      now: Date.now,
    };
    const isWell = await command({ opening, rest, flags: { remove: values.remove }, say });
    process.exitCode = isWell ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${lineOf(error)}\n`);
    process.exitCode = 1;
  }
}
