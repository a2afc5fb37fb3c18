/** The longest line that is a code's, in characters. */
export const longestLine = 1_000;
/** More bytes than these are no such line, whatever letters they are. */
const mostBytes = 4 * longestLine;

/** What came after the last end of a line. */
export type Held = Uint8Array;
export const nothingHeld: Held = new Uint8Array();

const isEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d;

/**
 * Cuts what a port gives into lines, which end with CR, LF or both. Bytes are held, not letters: a letter may come in two
 * parts. What is no UTF-8 becomes U+FFFD; lines that are empty or too long are left out.
 * @param held what the call before held back.
 */
export function cutLines(held: Held, chunk: Uint8Array): { readonly lines: string[]; readonly held: Held } {
  const bytes = new Uint8Array([...held, ...chunk]);
  const lines: string[] = [];
  let from = 0;
  for (const [at, byte] of bytes.entries()) {
    if (!isEnd(byte)) continue;
    const line = new TextDecoder().decode(bytes.subarray(from, at));
    if (line.length > 0 && line.length <= longestLine) lines.push(line);
    from = at + 1;
  }
  // Of a line that is too long so much is enough to tell it by.
  return { lines, held: bytes.slice(from, from + mostBytes + 1) };
}
