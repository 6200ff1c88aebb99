import type { Language } from "../../listing.ts";

/** "made of {}", where the value stands in the braces; the pattern is of the values that can. */
export type Saying = string | readonly [phrase: string, fits: RegExp];

/** What sentences can make of an attribute. What reads badly with most values is left out. */
export interface Sayings {
  /** "the colour is {}": right for one product and for a pair. */
  readonly clause?: Saying;
  /** "weighs {}", behind whatever stands for one product. */
  readonly verb?: Saying;
  /** "made of {}", behind the product's name. */
  readonly tail?: Saying;
  /** "is waterproof": a verb for a plain yes. */
  readonly yes?: string;
}

/** An attribute that shops often have, by the names that it goes under: first the usual one. */
export interface KnownAttribute extends Readonly<Record<Language, Readonly<Record<string, Sayings>>>> {
  /** It is said of numbers only. */
  readonly isMeasure?: true;
  /** Width and the like, which are said together. */
  readonly isSize?: true;
  /** The value is the same in every language. */
  readonly isName?: true;
  /** The value alone says enough for a title: "walnut". */
  readonly isTitle?: true;
}

/** "Eiche", "100 % Wolle": a noun, which German does not inflect. */
export const noun = /^(\d+ ?% ?)?\p{Lu}[\p{L}-]+$/u;
/** Not a word of another language in small letters. */
export const withNoun = /\p{Lu}/u;
/** "slim", "gold-plated" */
export const smallWord = /^\p{Ll}[\p{Ll}-]+$/u;
export const count = /^([2-9]|[1-9][\d.,]+)$/;
/** "31 kg", but not a mere 31. */
export const withUnit = /^\d.*[\p{L}"″%°]/u;
