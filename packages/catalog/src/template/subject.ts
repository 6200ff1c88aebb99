import type { Brief } from "../text-engine.ts";
import type { Language } from "../listing.ts";
import { createChoice, type Choice } from "./choice.ts";
import { factsOf, type Fact } from "./fact.ts";
import { namingOf, type Naming } from "./naming.ts";
import { tidy } from "./tidy.ts";
import type { Speech, Voice } from "./voice.ts";
import { danish } from "./voices/danish/danish.ts";
import { english } from "./voices/english/english.ts";
import { german } from "./voices/german/german.ts";

/** What a listing is about, in words that fit into sentences, and how it is to be said. */
export interface Subject {
  readonly brief: Brief;
  readonly name: string;
  readonly naming: Naming;
  /** The innermost one where the shop names a path. `null` also when the name says it, or it is too long. */
  readonly category: string | null;
  /** What people search for and the name does not say already. */
  readonly keywords: readonly string[];
  readonly facts: readonly Fact[];
  readonly speech: Speech;
  readonly voice: Voice;
  readonly choice: Choice;
}

const speeches: Readonly<Record<Language, Speech>> = { en: english, de: german, da: danish };

const longestCategory = 60;

export function subjectOf(brief: Brief): Subject {
  const { product, language, tone } = brief;
  const speech = speeches[language];
  const name = tidy(product.name) || product.name.trim();
  return {
    brief,
    name,
    naming: namingOf(name, language),
    category: categoryOf(product.category, name),
    keywords: keywordsOf(brief.keywords, name),
    facts: factsOf(product.attributes, { name, language }),
    speech,
    voice: speech.voices[tone],
    choice: createChoice(brief),
  };
}

function categoryOf(path: string | null, name: string): string | null {
  const steps = (path ?? "").split(/\s*[>›»|]\s*|\s+\/\s+/).map(tidy);
  const category = steps.findLast((step) => step !== "");
  if (category === undefined || category.length > longestCategory) return null;
  return resembles(name, category) ? null : category;
}

/** Whether a name says its category, give or take the letter of a plural: Table, Tables. */
function resembles(name: string, category: string): boolean {
  const stem = category.length > 4 ? category.slice(0, -1) : category;
  return name.toLowerCase().includes(stem.toLowerCase());
}

function keywordsOf(given: readonly string[], name: string): readonly string[] {
  const words = given.map((keyword) => tidy(keyword.replaceAll(/["“”„«»]/g, "")));
  const byWord = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]));
  return [...byWord.values()]
    .toReversed()
    .filter((word) => word !== "" && !name.toLowerCase().includes(word.toLowerCase()));
}
