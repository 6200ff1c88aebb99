import { isRetired, type Secret, type statusOf } from "@katkey/keys";

export function secretStateOf(secret: Secret, now: number) {
  if (isRetired(secret, now)) return "retired" as const;
  return secret.retiresAt === null ? ("current" as const) : ("retiring" as const);
}

/** Of what ends as a whole, too: a secret that was retired before stays that. */
export function secretStateIn(status: ReturnType<typeof statusOf>, secret: Secret, now: number) {
  const state = secretStateOf(secret, now);
  return state !== "retired" && (status === "revoked" || status === "expired") ? status : state;
}
