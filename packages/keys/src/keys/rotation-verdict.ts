import type { LastUse } from "../usage/usage.ts";

/** What the last uses of both secrets say about ending the overlap. */
export const rotationVerdicts = [
  "never_used",
  "quiet",
  "moved",
  "silent",
  "both_in_use",
  "not_moved",
] as const;

export type RotationVerdict = (typeof rotationVerdicts)[number];

export interface RotationEvidence {
  readonly rotatedAt: number;
  /** The last use of the replaced secret; `null`: it never had one. */
  readonly retiring: Pick<LastUse, "at"> | null;
  /** Of the one that replaced it. */
  readonly current: Pick<LastUse, "at"> | null;
}

/** A job that runs once a day is the rarest caller that most integrations have. */
const quietAfterMs = 24 * 60 * 60 * 1_000;

/**
 * `never_used`: the old secret, ever. `quiet`: the old one for a day, while the new one is in use. `moved`: not a day
 * yet. `silent`: neither since the rotation. `both_in_use`, and `not_moved`, when only the old one is.
 */
export function rotationVerdictOf(
  { rotatedAt, retiring, current }: RotationEvidence,
  now: number,
): RotationVerdict {
  if (retiring === null) return "never_used";

  const usedSinceRotation = retiring.at >= rotatedAt;
  if (current === null) return usedSinceRotation ? "not_moved" : "silent";

  const silentSince = Math.max(retiring.at, rotatedAt);
  const isInUse = current.at > silentSince;
  if (isInUse && now - silentSince >= quietAfterMs) return "quiet";
  return usedSinceRotation ? "both_in_use" : "moved";
}

/** Whether the evidence says that nothing depends on the old secret any more. */
export function isSafeToEnd(verdict: RotationVerdict): boolean {
  return verdict === "never_used" || verdict === "quiet";
}
