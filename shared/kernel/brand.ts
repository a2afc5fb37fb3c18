declare const brand: unique symbol;

/** A `Base` that cannot be mistaken for another `Base` of a different meaning. Costs nothing at run time. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
