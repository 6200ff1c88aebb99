import type { Explanation, Obstacle } from "../../lib/api/api-types.ts";

/** Whether the same request would pass now, or else what has to change. */
export type Verdict =
  | "passes"
  | "wait"
  | "blocked"
  | Exclude<Explanation["refusal"]["remedy"], "circumstances">;

export function verdictOf({
  refusal: { remedy },
  obstacles,
}: {
  readonly refusal: Pick<Explanation["refusal"], "remedy">;
  readonly obstacles: readonly Pick<Obstacle, "code">[];
}): Verdict {
  if (remedy !== "circumstances") return remedy;
  if (obstacles.length === 0) return "passes";
  return obstacles.every(({ code }) => code === "rate_limited") ? "wait" : "blocked";
}
