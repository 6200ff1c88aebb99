import type { Several } from "./choice.ts";
import { factText, type Fact } from "./fact.ts";
import { skuBullets } from "./places.ts";
import type { Subject } from "./subject.ts";
import { tidy } from "./tidy.ts";

const separators: Several<string> = [": ", " – "];

/** A fact each, or none: nothing is made up where little is known. */
export function bulletsOf(subject: Subject, facts: readonly Fact[]): readonly string[] {
  const { brief, choice, speech } = subject;
  const separator = choice.pick("separator", separators);
  const value = tidy(brief.product.sku ?? "");
  const sku =
    skuBullets(subject) === 1 && value !== "" ? [{ label: choice.pick("sku", speech.sku), value }] : [];
  return [...facts, ...sku].map((fact) => factText(fact, separator));
}
