import { windowSeconds, type LimitState } from "@katkey/keys";
import type { HeaderLines } from "../http/answer.ts";

/** How the account's limit stands, as draft-ietf-httpapi-ratelimit-headers-11 writes it. */
export function limitHeaders(state: LimitState): Readonly<Record<string, string>> {
  return { "RateLimit-Policy": policyOf(state), RateLimit: standingOf(state) };
}

/** The same as lines. */
export function limitLines(state: LimitState): HeaderLines {
  return ["RateLimit-Policy", policyOf(state), "RateLimit", standingOf(state)];
}

function policyOf({ limit }: LimitState): string {
  return `"account";q=${limit};w=${windowSeconds}`;
}

function standingOf({ remaining, resetSeconds }: LimitState): string {
  return `"account";r=${remaining};t=${resetSeconds}`;
}
