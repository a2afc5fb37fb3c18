/** Invented names of the shapes that real ones have. */
export const names = [
  'Nguyễn Thị Hồng Nhung',
  'Đỗ Văn Khôi',
  'Trần Đức Huỳnh',
  'Lê Hoàng',
  'Đặng Thuỳ Ý Như',
  'Y Moan',
] as const;

/**
 * A made-up face: the embedding is L2-normalised, `Float32Array[dimension]`, the same for the same person and shot.
 * Two shots of one person are alike (cosine about 0.9), two persons are not (about 0).
 */
export function embeddingOf(person: number, shot = 0, dimension = 128): Float32Array {
  const vector = Float32Array.from(
    { length: dimension },
    (_, i) => noise(person, 0, i) + 0.33 * noise(person, shot + 1, i),
  );
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return vector.map((x) => x / length);
}

/** A face that lies between several made-up ones, each as near as its share of them; of length 1. */
export function faceBetween(
  shares: readonly (readonly [person: number, share: number])[],
  dimension = 64,
): number[] {
  const sum = new Float64Array(dimension);
  for (const [person, share] of shares)
    for (const [i, x] of embeddingOf(person, 9, dimension).entries()) sum[i] = (sum[i] ?? 0) + share * x;
  const length = Math.hypot(...sum);
  return [...sum].map((x) => x / length);
}

/** A number in -1..1 that only depends on what is given. */
function noise(person: number, shot: number, i: number): number {
  let mixed = Math.imul(person * 7919 + shot * 104_729 + i + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 31 - 1;
}
