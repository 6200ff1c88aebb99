import type { Tone } from "../listing.ts";
import type { Several } from "./choice.ts";

/**
 * What one tone says in one language. The phrases stand around words that nobody knows
 * beforehand, so none of them depends on a name's gender, number or case; and they state
 * nothing about the product but the values that they are given: the rest is invitation.
 */
export interface Voice {
  /** `{name}`, which ends at least two of them. */
  readonly opening: Several<string>;
  /** `{name}`, which ends at least two of them, and `{category}`. */
  readonly openingInCategory: Several<string>;
  /** `{clauses}`: "the material is oak and the weight is 3 kg", with a capital letter as `{Clauses}`. */
  readonly told: Several<string>;
  /** `{facts}`: "Material: oak; Weight: 3 kg". */
  readonly listed: Several<string>;
  /** `{facts}`, when some were told before. As many as there are lists at most. */
  readonly listedFurther: readonly [string, string, string];
  /** `{price}` */
  readonly price: Several<string>;
  /** `{either}`: “desk” or “table”; `{all}`: “desk” and “table”. */
  readonly keywords: Several<string>;
  readonly closing: Several<string>;
  /** Bullets for products of which too little is known. */
  readonly invitations: readonly [string, string, string, ...string[]];
}

/** A language: its voices, and what all of them share. */
export interface Speech {
  readonly voices: Readonly<Record<Tone, Voice>>;
  readonly quotes: readonly [string, string];
  readonly or: string;
  readonly and: string;
  /** The preposition that is said once for several: "with a height of 3 cm and a width of 2 cm". */
  readonly with: string;
  /** Between the last two of several clauses. */
  readonly andClause: string;
  readonly no: string;
  /** Of bullets that are not attributes. */
  readonly labels: Readonly<Record<"category" | "price" | "sku" | "keywords", Several<string>>>;
}
