import { listingLimits } from "../listing.ts";
import type { Several } from "./choice.ts";
import { factText, type Fact } from "./fact.ts";
import type { Subject } from "./subject.ts";

const separators: Several<string> = [": ", " – "];

/** What is left to be said in bullets. */
interface Rest {
  readonly facts: readonly Fact[];
  /** Whether the description says it. */
  readonly said: { readonly price: boolean; readonly category: boolean };
}

/** Facts first or last, whichever it is this time, and invitations where there are too few. */
export function bulletsOf(subject: Subject, { facts, said }: Rest): readonly string[] {
  const { fewestBullets, mostBullets } = listingLimits;
  const { voice, choice } = subject;
  const separator = choice.pick("separator", separators);
  const attributes = facts.map((fact) => factText(fact, separator));

  const { unsaid, spare } = othersOf(subject, said);
  const wanted = [
    ...unsaid,
    ...spare.slice(0, Math.max(0, fewestBullets - attributes.length - unsaid.length)),
  ];
  const others = choice
    .shuffle("other bullets", wanted)
    .map((other) => factText(other, separator))
    .filter((bullet) => bullet.length <= listingLimits.bullet)
    .slice(0, mostBullets - attributes.length);

  const factsFirst = choice.pick("facts first", [true, true, false]);
  const bullets = factsFirst ? [...attributes, ...others] : [...others, ...attributes];
  const missing = Math.max(0, fewestBullets - bullets.length);
  return [...bullets, ...choice.shuffle("invitations", voice.invitations).slice(0, missing)];
}

type Other = Pick<Fact, "label" | "value">;

/** What a listing must say, and what it may say again before it has to fill up with invitations. */
function othersOf({ brief, category, price, speech, choice }: Subject, said: Rest["said"]) {
  const unsaid: Other[] = [];
  const spare: Other[] = [];
  const add = (kind: keyof typeof speech.labels, value: string | null, must: boolean) => {
    if (value === null) return;
    (must ? unsaid : spare).push({ label: choice.pick(kind, speech.labels[kind]), value });
  };
  if (!said.price) add("price", price, true);
  add("sku", brief.product.sku, brief.tone === "technical");
  add("category", category, !said.category);
  return { unsaid, spare };
}
