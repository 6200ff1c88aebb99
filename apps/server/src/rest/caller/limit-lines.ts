import { windowSeconds, type LimitState } from "@katkey/keys";
import type { HeaderLines } from "../../http/answer.ts";

/** How the account's limit stands, as draft-ietf-httpapi-ratelimit-headers-11 writes it. */
export function limitLines({ limit, remaining, resetSeconds }: LimitState): HeaderLines {
  return [
    "RateLimit-Policy",
    `"account";q=${limit};w=${windowSeconds}`,
    "RateLimit",
    `"account";r=${remaining};t=${resetSeconds}`,
  ];
}
