import { windowSeconds, type LimitState } from "@katkey/keys";

/** How the account's limit stands, as draft-ietf-httpapi-ratelimit-headers-11 writes it. */
export function limitHeaders({
  limit,
  remaining,
  resetSeconds,
}: LimitState): Readonly<Record<string, string>> {
  return {
    "RateLimit-Policy": `"account";q=${limit};w=${windowSeconds}`,
    RateLimit: `"account";r=${remaining};t=${resetSeconds}`,
  };
}
