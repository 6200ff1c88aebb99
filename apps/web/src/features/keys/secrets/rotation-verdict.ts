import type { SecretView } from "../key-types.ts";

/** What the last uses of both secrets say about ending the overlap now. */
export type Verdict =
  | { readonly kind: "never_used" }
  | { readonly kind: "moved" }
  | { readonly kind: "quiet"; readonly lastUsedAt: string; readonly address: string }
  | { readonly kind: "both_in_use"; readonly lastUsedAt: string; readonly address: string }
  | { readonly kind: "not_moved"; readonly lastUsedAt: string; readonly address: string }
  | { readonly kind: "silent" };

type Uses = Pick<SecretView, "createdAt" | "lastUse">;

/** A job that runs once a day is the rarest caller that most integrations have. */
const quietAfter = 24 * 60 * 60 * 1_000;

/** `current.createdAt` is the moment of the rotation. */
export function verdictOf(retiring: Uses, current: Uses, now: number): Verdict {
  const old = retiring.lastUse;
  if (old === null) return { kind: "never_used" };

  const usedAt = Date.parse(old.at);
  const rotatedAt = Date.parse(current.createdAt);
  const usedSinceRotation = usedAt >= rotatedAt;
  if (current.lastUse === null) {
    return usedSinceRotation ? { kind: "not_moved", ...placeOf(old) } : { kind: "silent" };
  }
  const silentSince = Math.max(usedAt, rotatedAt);
  const isInUse = Date.parse(current.lastUse.at) > silentSince;
  if (isInUse && now - silentSince >= quietAfter) return { kind: "quiet", ...placeOf(old) };
  return usedSinceRotation ? { kind: "both_in_use", ...placeOf(old) } : { kind: "moved" };
}

/** Whether the evidence says that nothing depends on the old secret any more. */
export function isSafeToEnd(verdict: Verdict): boolean {
  return verdict.kind === "never_used" || verdict.kind === "quiet";
}

function placeOf({ at, address }: NonNullable<Uses["lastUse"]>) {
  return { lastUsedAt: at, address };
}
