/** Marks a branch that the types rule out; reached all the same, it is a bug and throws. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
