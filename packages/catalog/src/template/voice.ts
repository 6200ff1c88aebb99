import type { Tone } from "../listing.ts";
import type { Several } from "./choice.ts";

/**
 * What one tone says in one language. The phrases stand around words that nobody knows
 * beforehand, and they state nothing about the product but the values that they are given.
 *
 * `{name}` stands alone, as behind a colon. `{named}` is the name in a sentence, for names that can
 * be in one. `{tails}` are facts for behind a name. Each also with a capital letter, where a sentence begins.
 */
export interface Voice {
  readonly plain: Openings;
  /** Facts stand behind a name that ends the sentence, or at `{tails}`. */
  readonly tailed: Openings;
  /** `{named}` and `{verbs}`: "Desk Nora is made of oak and weighs 31 kg." */
  readonly told: Openings;
  /** What the product is or does, first and further: `{verbs}`, or `{head}` and `{rest}` around the subject. */
  readonly telling: Several<Continued>;
  /** `{clauses}`: "the material is oak and the weight is 3 kg". */
  readonly stating: Several<Continued>;
  /** `{facts}`: "Drawers: 2; Finish: matt". */
  readonly listed: Several<string>;
  /** For descriptions that leave the facts to the bullets. */
  readonly overview: Several<string>;
  readonly closing: Several<string>;
}

/** First sentences. At least two of either kind take any name. */
interface Openings {
  readonly anywhere: Several<string>;
  /** With `{category}`. */
  readonly inCategory: Several<string>;
}

/** A sentence, and the one that goes on from there. */
export type Continued = readonly [first: string, further: string];

/** A language: its voices, and what all of them share. */
export interface Speech {
  readonly voices: Readonly<Record<Tone, Voice>>;
  readonly and: string;
  /** Between the last two of several clauses. */
  readonly andClause: string;
  /** Between a sentence and a clause that ends it. */
  readonly andAlso: string;
  /** First words that are said once for several: "with a height of 3 cm and a width of 2 cm". */
  readonly shared: ReadonlySet<string>;
  /** Names the SKU. */
  readonly sku: Several<string>;
}
