import { medianOf } from "./measure.ts";

/** A figure that was measured several times. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function figureOf(values: readonly number[]): Figure {
  return { median: medianOf(values), least: Math.min(...values), most: Math.max(...values) };
}

/** How `of` stands to `to`, each time against the one that was measured next to it. */
export function ratioOf(of: readonly number[], to: readonly number[]): Figure {
  return figureOf(of.map((value, round) => value / (to[round] ?? Number.NaN)));
}

/** Such as `1.02 (0.98–1.10)`. */
export function wordsOf({ median, least, most }: Figure, digits: number): string {
  const [middle, from, to] = [median, least, most].map((value) => value.toFixed(digits));
  return `${middle} (${from}–${to})`;
}
