import type { Language } from "../../listing.ts";

/**
 * How an attribute of one name is said before its value: in a clause ("the colour is") and
 * behind the product's name ("in"). Empty where neither would read well. The pattern is of
 * the values that can stand behind a name, where a language would inflect others.
 */
export type Sayings = readonly [clause?: string, tail?: string, tailFits?: RegExp];

/** An attribute that shops often have, by the names that it goes under: first the usual one. */
export interface KnownAttribute extends Readonly<Record<Language, Readonly<Record<string, Sayings>>>> {
  /** It is said of numbers only. */
  readonly isMeasure?: true;
}
