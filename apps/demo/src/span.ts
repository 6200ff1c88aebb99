import type { Chance } from "./chance.ts";
import { hourMs } from "./when.ts";

/** A time from its first moment to the first that is not in it any more. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The span, cut at each full hour and wherever something changes. */
export function* piecesOf({ from, to }: Span, cuts: readonly number[]): Iterable<Span> {
  const sorted = cuts.toSorted((a, b) => a - b);
  for (let start = from; start < to;) {
    const hour = start - (start % hourMs) + hourMs;
    const cut = sorted.find((time) => time > start) ?? to;
    const end = Math.min(hour, cut, to);
    yield { from: start, to: end };
    start = end;
  }
}

/** When the last of so many requests came, each of which could come at any time. */
export function lastOf({ from, to }: Span, requests: number, chance: Chance): number {
  return Math.floor(to - 1 - ((to - 1 - from) * chance()) / requests);
}
