import { listingLimits } from "../listing.ts";
import type { Choice } from "./choice.ts";
import { factText, type Fact } from "./fact.ts";
import type { Subject } from "./subject.ts";

/** Which fact is said where. Each has one place, or none when there are too many. */
export interface Places {
  /** Behind the name: "made of oak". */
  readonly tails: readonly string[];
  /** In a sentence: "the material is oak". Never together with tails. */
  readonly clauses: readonly string[];
  /** As a list in the description. */
  readonly listed: readonly Fact[];
  readonly bullets: readonly Fact[];
}

export function placesFor(subject: Subject): Places {
  const { facts, choice } = subject;
  const form = formFor(facts, choice);
  const sayable = facts.filter((fact) => fact[form] !== null);
  const spoken = new Set(choice.shuffle("spoken", sayable).slice(0, mostSpoken(facts.length)));
  const others = facts.filter((fact) => !spoken.has(fact));
  const bullets = new Set(others.filter(fitsBullet).slice(0, mostBulletsFor(subject, others, spoken.size)));
  const said = [...spoken]
    .toSorted((one, other) => one.rank - other.rank)
    .flatMap((fact) => fact[form] ?? []);
  return {
    tails: form === "tail" ? said : [],
    clauses: form === "clause" ? said : [],
    listed: others.filter((fact) => !bullets.has(fact)),
    bullets: [...bullets],
  };
}

/** Now one, now the other, if both are possible. */
function formFor(facts: readonly Fact[], choice: Choice): "tail" | "clause" {
  if (facts.every(({ tail }) => tail === null)) return "clause";
  if (facts.every(({ clause }) => clause === null)) return "tail";
  return choice.pickAnother<"tail" | "clause">("form", ["tail", "clause"]);
}

/**
 * Price, category, keywords and SKU need bullets, too. And a description of a product that has
 * something to say says some of it, even if nothing makes a sentence.
 */
function mostBulletsFor({ brief }: Subject, { length }: readonly Fact[], spoken: number): number {
  const most = brief.tone === "technical" ? 3 : 4;
  return spoken === 0 && length >= 5 ? Math.min(length - mostSpoken(length), most) : most;
}

function mostSpoken(count: number): number {
  if (count <= 3) return 1;
  return count <= 5 ? 2 : 3;
}

function fitsBullet(fact: Fact): boolean {
  return factText(fact, " – ").length <= listingLimits.bullet;
}
