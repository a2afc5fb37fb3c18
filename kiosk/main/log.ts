/**
 * Writes one line of JSON to standard output, where the launcher or the system's journal keeps it. Facts about the
 * machine only, never about a visitor.
 */
export function log(event: string, facts: Readonly<Record<string, string | number>> = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
}

/** Lets the kiosk go on when whoever read its output is gone: a broken pipe would otherwise end it. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
