/** Marks a branch that the types rule out; reached all the same, it is a bug and throws. */
export function unreachable(value: never): never {
  const { kind } = Object(value) as { readonly kind?: unknown };
  // Only the kind: the whole value may hold what no log may.
  throw new Error(`unreachable: ${typeof kind === 'string' ? kind : typeof value}`);
}
