import { listingLimits } from "../listing.ts";
import type { Choice } from "./choice.ts";
import type { Subject } from "./subject.ts";
import { shortened } from "./tidy.ts";

/** Past this, what stands behind the name is cut off wherever people search. */
const comfortable = 80;

/** The name, and with it what helps to find the product, as far as it fits and the name does not say it. */
export function titleOf(subject: Subject): string {
  const { name, category, keywords, choice } = subject;
  const found = keywords.length > 0 ? withKeywords(subject) : withFacts(subject);
  const titles = found.length > 0 || category === null ? found : [`${name} – ${category}`];
  return oneOf(titles, choice) ?? shortened(name, listingLimits.title);
}

/** "Desk Nora – walnut" */
function withFacts({ name, facts }: Subject): readonly string[] {
  const telling = facts.filter((fact) => fact.isTitle && (fact.clause ?? fact.verb ?? fact.tail) !== null);
  const values = telling.slice(0, 2).map(({ value }) => value);
  const each = [...values, ...(values.length > 1 ? [values.join(", ")] : [])];
  return [...each.map((value) => `${name} – ${value}`), ...tailed(telling, name)];
}

/** "Desk Nora made of walnut – writing desk, hallway" */
function withKeywords({ name, naming, facts, keywords: [first = "", ...others] }: Subject) {
  const telling = naming.isClosed ? [] : facts.filter((fact) => fact.isTitle);
  const names = [name, ...tailed(telling, name)];
  const words = [first, ...others.slice(0, 1).map((other) => `${first}, ${other}`)];
  return names.flatMap((each) => words.map((word) => `${each} – ${word}`));
}

function tailed(facts: Subject["facts"], name: string): readonly string[] {
  return facts.flatMap(({ tail }) => (tail === null ? [] : `${name} ${tail}`));
}

/** Of those that fit comfortably, or else of those that fit at all. */
function oneOf(titles: readonly string[], choice: Choice): string | null {
  const short = titles.filter((title) => title.length <= comfortable);
  const fitting = short.length > 0 ? short : titles.filter((title) => title.length <= listingLimits.title);
  const [first, ...rest] = fitting;
  return first === undefined ? null : choice.pickAnother("title", [first, ...rest]);
}
