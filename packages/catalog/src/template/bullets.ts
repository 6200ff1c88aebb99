import { listingLimits } from "../listing.ts";
import type { Several } from "./choice.ts";
import { factText, type Fact } from "./fact.ts";
import type { Said } from "./description.ts";
import type { Subject } from "./subject.ts";

const separators: Several<string> = [": ", " – "];

/** Facts first or last, whichever it is this time, and invitations where there are too few. */
export function bulletsOf(subject: Subject, facts: readonly Fact[], said: Said): readonly string[] {
  const { fewestBullets, mostBullets } = listingLimits;
  const { voice, choice } = subject;
  const separator = choice.pick("separator", separators);
  const attributes = facts.map((fact) => factText(fact, separator));

  const { unsaid, spare } = othersOf(subject, said);
  const missing = Math.max(0, fewestBullets - attributes.length - unsaid.length);
  const wanted = [...unsaid, ...spare.slice(0, missing)].slice(0, mostBullets - attributes.length);
  const others = choice.shuffle("other bullets", wanted).map((other) => factText(other, separator));

  const factsFirst = choice.pick("facts first", [true, true, false]);
  const bullets = factsFirst ? [...attributes, ...others] : [...others, ...attributes];
  const left = Math.max(0, fewestBullets - bullets.length);
  return [...bullets, ...choice.shuffle("invitations", voice.invitations).slice(0, left)];
}

type Other = Pick<Fact, "label" | "value">;

/**
 * What a listing must say, the most important first, and what it may say again before it has to
 * fill up with invitations.
 */
function othersOf({ brief, category, price, keywords, speech, choice }: Subject, said: Said) {
  const unsaid: Other[] = [];
  const spare: Other[] = [];
  const add = (kind: keyof typeof speech.labels, value: string | null, must: boolean) => {
    if (value === null) return;
    (must ? unsaid : spare).push({ label: choice.pick(kind, speech.labels[kind]), value });
  };
  if (!said.price) add("price", price, true);
  if (!said.keywords) add("keywords", keywords.join(", ") || null, true);
  add("category", category, !said.category);
  add("sku", brief.product.sku, brief.tone === "technical");
  return { unsaid, spare };
}
