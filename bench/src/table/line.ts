import type { Figure } from "../figures.ts";

/** From where on a figure is good. */
export interface Bound {
  readonly at: "least" | "most";
  readonly value: number;
}

/** One figure, and what is wanted of it. */
export interface Line {
  readonly name: string;
  /** `×`: a ratio of two figures of the same run, which means something on every machine. */
  readonly unit: "×" | "µs" | "ms" | "MB";
  /** `null`: this machine does not tell. */
  readonly figure: Figure | null;
  readonly target: Bound | null;
}

export type Verdict = "reached" | "missed" | "not measured" | "no target";

/** By its median. A figure that nobody could measure has not been reached. */
export function verdictOf({ figure, target }: Line): Verdict {
  if (target === null) return "no target";
  if (figure === null || Number.isNaN(figure.median)) return "not measured";
  const { at, value } = target;
  return (at === "least" ? figure.median >= value : figure.median <= value) ? "reached" : "missed";
}

/** How far from its target a ratio may be on a machine that does other things, too. */
const margin = 4;

/** What can be judged anywhere: the ratios, and only that none of them is far from its target. */
export function widened(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    const { unit, target } = line;
    if (unit !== "×" || target === null) return [];
    const value = target.at === "least" ? target.value / margin : target.value * margin;
    return [{ ...line, target: { ...target, value } }];
  });
}

/** Whether all is well: something was judged, and nothing was missed. */
export function isGood(lines: readonly Line[]): boolean {
  const verdicts = lines.map(verdictOf).filter((verdict) => verdict !== "no target");
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === "reached");
}
