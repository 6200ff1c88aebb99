/** A catalog in another language: the same keys, other words. A key too few or too many is a type error. */
export type Translated<Catalog> = {
  readonly [Key in keyof Catalog]: Catalog[Key] extends string ? string : Translated<Catalog[Key]>;
};
