import { createHash } from 'node:crypto';

type Row = Record<string, string | number | null>;
type Content = {
  readonly format: string;
  readonly version: number;
  readonly schema: number;
  readonly tables: Record<string, readonly Row[]>;
};

/** A configuration file that somebody has changed and given a fitting check sum. */
export function alteredFile(text: string, alter: (content: Content) => Content): string {
  const { sum: _sum, ...content } = JSON.parse(text) as Content & { sum: string };
  const altered = alter(content);
  const sum = createHash('sha256').update(JSON.stringify(altered)).digest('hex');
  return JSON.stringify({ ...altered, sum });
}
