import { listingLimits } from "../listing.ts";
import type { Several } from "./choice.ts";
import { factText } from "./fact.ts";
import { fill } from "./fill.ts";
import { listsOf } from "./lists.ts";
import type { Places } from "./places.ts";
import type { Subject } from "./subject.ts";
import type { Speech } from "./voice.ts";

type Part = "opening" | "told" | "listed" | "price" | "keywords" | "closing";

const plans: Several<readonly Part[]> = [
  ["opening", "told", "listed", "keywords", "price", "closing"],
  ["opening", "told", "listed", "price", "keywords", "closing"],
  ["opening", "keywords", "told", "listed", "price", "closing"],
  ["opening", "price", "told", "listed", "keywords", "closing"],
  ["keywords", "opening", "told", "listed", "price", "closing"],
];

/** What a description says, and so needs no bullet. */
export type Said = Readonly<Record<"price" | "keywords" | "category", boolean>>;

export function descriptionOf(
  subject: Subject,
  places: Places,
): { readonly text: string; readonly said: Said } {
  const { voice, choice, category, price } = subject;
  const opening = openingOf(subject, places.tails);
  const said = { ...saidOf(subject, places), category: opening.includes("{category}") };
  const parts = {
    opening: fill(opening, { name: describedName(subject, places.tails), category: category ?? "" }),
    told: toldOf(subject, places.clauses),
    price: said.price ? fill(choice.pick("price", voice.price), { price: price ?? "" }) : "",
    keywords: said.keywords ? keywordsOf(subject) : "",
    closing: choice.pick("closing", voice.closing),
  };
  const room = listingLimits.description - Object.values(parts).join(" ").length - 1;
  const spoken = places.tails.length + places.clauses.length > 0;
  const facts = places.listed.map((fact) => factText(fact, ": "));
  const whole = { ...parts, listed: listsOf(facts, { leads: leadsOf(subject, spoken), room }) };
  const plan = choice.pick("plan", plans);
  return { text: plan.flatMap((part) => whole[part] || []).join(" "), said };
}

/** One that the name ends, if more is to be said behind the name. */
function openingOf({ voice, choice, category }: Subject, tails: readonly string[]): string {
  const openings = category === null ? voice.opening : [...voice.openingInCategory, ...voice.opening];
  const [first, ...rest] =
    tails.length === 0 ? openings : openings.filter((each) => /\{name\}[.!]/.test(each));
  return choice.pickAnother("opening", [first ?? voice.opening[0], ...rest]);
}

/** "Table Nora made of oak, in white and weighing 30 kg" */
function describedName({ name, speech }: Subject, tails: readonly string[]): string {
  if (tails.length === 0) return name;
  const said = tails.map((tail, index) =>
    tails[index - 1]?.startsWith(speech.with) ? tail.replace(new RegExp(`^${speech.with}`), "") : tail,
  );
  return `${name} ${joined(said, speech.and)}`;
}

/** In the bullets if those would be too few, else mostly here. Of price and keywords, one is here at least. */
function saidOf({ price, keywords, choice }: Subject, { bullets }: Places) {
  const bulletsAreFew = bullets.length < listingLimits.fewestBullets;
  const saysPrice = price !== null && !bulletsAreFew && choice.pick("price place", [true, true, false]);
  const fitsBullet = keywords.join(", ").length <= listingLimits.bullet / 2;
  const hasBullet = fitsBullet && (price === null || saysPrice);
  const saysKeywords = !hasBullet || choice.pick("keywords place", [true, false]);
  return { price: saysPrice, keywords: keywords.length > 0 && saysKeywords };
}

function toldOf({ voice, choice, speech }: Subject, clauses: readonly string[]): string {
  if (clauses.length === 0) return "";
  const phrase = clauses.length === 1 ? "{Clauses}." : choice.pick("told", voice.told);
  return fill(phrase, { clauses: joined(clauses, speech.andClause) });
}

function keywordsOf({ keywords, voice, choice, speech }: Subject): string {
  const quoted = keywords.map((keyword) => quotedIn(speech, keyword));
  const words = { either: joined(quoted, speech.or), all: joined(quoted, speech.and) };
  return fill(choice.pick("keywords", voice.keywords), words);
}

function leadsOf({ voice, choice }: Subject, spoken: boolean): readonly string[] {
  const further = choice.shuffle("further", voice.listedFurther);
  return spoken ? further : [choice.pick("listed", voice.listed), ...further.slice(1)];
}

function quotedIn({ quotes: [open, close] }: Speech, word: string): string {
  return `${open}${word}${close}`;
}

function joined(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${last}${items.at(-1)}`;
}
