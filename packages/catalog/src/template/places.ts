import { listingLimits } from "../listing.ts";
import { factText, type Fact } from "./fact.ts";
import type { Subject } from "./subject.ts";

/** Which fact is said where. Each has one place, or none when there are too many. */
export interface Places {
  /** In the sentences of the description, in the order of their ranks. */
  readonly woven: readonly Fact[];
  /** As a list in the description. */
  readonly listed: readonly Fact[];
  readonly bullets: readonly Fact[];
}

const mostWovenAtAll = 4;

export function placesFor(subject: Subject): Places {
  const { facts, choice, naming } = subject;
  const sayable = facts.filter((fact) => fact.clause !== null || (naming.isOne && fact.verb !== null));
  const woven = new Set(chosen(choice.shuffle("woven", together(sayable)), mostWoven(subject)));
  const others = facts.filter((fact) => !woven.has(fact));
  const bullets = new Set(
    others.filter(fitsBullet).slice(0, listingLimits.mostBullets - skuBullets(subject)),
  );
  return {
    woven: [...woven].toSorted((one, other) => one.rank - other.rank),
    listed: others.filter((fact) => !bullets.has(fact)),
    bullets: [...bullets],
  };
}

/** Width, depth and height belong together. */
function together(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const sizes = facts.filter(({ isSize }) => isSize);
  const others = facts.filter(({ isSize }) => !isSize).map((fact) => [fact]);
  return sizes.length === 0 ? others : [...others, sizes];
}

/** As many as wanted, or a few more where some belong together. */
function chosen(groups: readonly (readonly Fact[])[], wanted: number): readonly Fact[] {
  return groups.reduce<readonly Fact[]>(
    (taken, group) =>
      taken.length >= wanted || taken.length + group.length > mostWovenAtAll ? taken : [...taken, ...group],
    [],
  );
}

/** Prose before bullets where there is little, and some of each where there is more. */
function mostWoven({ facts: { length }, choice }: Subject): number {
  if (length <= 3) return 2;
  if (length === 4) return choice.pick("most woven", [2, 3]);
  return length <= 6 ? 3 : mostWovenAtAll;
}

export function skuBullets({ brief }: Subject): 0 | 1 {
  return brief.tone === "technical" && brief.product.sku !== null ? 1 : 0;
}

function fitsBullet(fact: Fact): boolean {
  return factText(fact, " – ").length <= listingLimits.bullet;
}
