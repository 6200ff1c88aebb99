import type { Language } from "../listing.ts";
import type { Brief } from "../text-engine.ts";
import { createChoice, type Choice } from "./choice.ts";
import { factsOf, type Fact } from "./fact.ts";
import { formatPrice } from "../format-price.ts";
import { tidy } from "./tidy.ts";
import type { Speech, Voice } from "./voice.ts";
import { danish } from "./voices/danish/danish.ts";
import { english } from "./voices/english/english.ts";
import { german } from "./voices/german/german.ts";

/** What a listing is about, in words that fit into sentences, and how it is to be said. */
export interface Subject {
  readonly brief: Brief;
  readonly name: string;
  /** The innermost one where the shop names a path. `null` also when it is too long for a sentence. */
  readonly category: string | null;
  readonly price: string | null;
  /** What people search for and the name does not say already. */
  readonly keywords: readonly string[];
  readonly facts: readonly Fact[];
  readonly speech: Speech;
  readonly voice: Voice;
  readonly choice: Choice;
}

const speeches: Readonly<Record<Language, Speech>> = { en: english, de: german, da: danish };

/** More would be a list and no sentence. */
const mostKeywords = 5;
const longestWords = 100;

export function subjectOf(brief: Brief): Subject {
  const { product, language, tone } = brief;
  const speech = speeches[language];
  const name = tidy(product.name) || product.name.trim();
  return {
    brief,
    name,
    category: categoryOf(product.category),
    price: product.price === null ? null : formatPrice(product.price, language),
    keywords: keywordsOf(brief.keywords, name),
    facts: factsOf(product.attributes, { language, speech }),
    speech,
    voice: speech.voices[tone],
    choice: createChoice(brief),
  };
}

function categoryOf(path: string | null): string | null {
  const steps = (path ?? "").split(/\s*[>›»|]\s*|\s+\/\s+/).map(tidy);
  const category = steps.findLast((step) => step !== "");
  return category === undefined || category.length > longestWords ? null : category;
}

function keywordsOf(given: readonly string[], name: string): readonly string[] {
  const words = given.map((keyword) => tidy(keyword.replaceAll(/["“”„«»]/g, "")));
  const byWord = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]));
  return [...byWord.values()]
    .toReversed()
    .filter(
      (word) =>
        word !== "" && word.length <= longestWords && !name.toLowerCase().includes(word.toLowerCase()),
    )
    .slice(0, mostKeywords);
}
