import { listingLimits } from "../listing.ts";
import type { Several } from "./choice.ts";
import { fill } from "./fill.ts";
import type { Subject } from "./subject.ts";
import { shortened } from "./tidy.ts";

const withCategory = ["{name} – {category}", "{name} | {category}"];
const withKeyword = ["{name} – {keyword}", "{name} | {keyword}"];

/** The name, and with it what helps to find the product, as far as it fits and the name does not say it. */
export function titleOf({ name, category, keywords, choice }: Subject): string {
  const [keyword] = choice.shuffle("title keyword", keywords);
  const patterns: Several<string> = [
    "{name}",
    ...(category === null || resembles(name, category) ? [] : withCategory),
    ...(keyword === undefined ? [] : withKeyword),
  ];
  const pattern = choice.pickAnother("title", patterns);
  const title = fill(pattern, { name, category: category ?? "", keyword: keyword ?? "" });
  return title.length <= listingLimits.title ? title : shortened(name, listingLimits.title);
}

/** Whether a name says its category, give or take the letter of a plural: Table, Tables. */
function resembles(name: string, category: string): boolean {
  const stem = category.length > 4 ? category.slice(0, -1) : category;
  return name.toLowerCase().includes(stem.toLowerCase());
}
