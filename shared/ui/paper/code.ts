import { encode } from 'uqr';

/** A code for telephones as an SVG path: squares of one unit, `size` units wide and high with its quiet edge. */
export function codePath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((modules, row) =>
    modules.flatMap((black, column) => (black ? [`M${column} ${row}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
