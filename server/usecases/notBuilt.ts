/** Stands in on this branch only, until the use case is built. */
export const notBuilt = (): never => {
  throw new Error('not built yet');
};
