import type { Explanation, Obstacle } from "../../lib/api/api-types.ts";

type Code = Explanation["refusal"]["code"];

const circumstances = {
  key_revoked: true,
  key_expired: true,
  app_disconnected: true,
  secret_retired: true,
  secret_quarantined: true,
  organization_suspended: true,
  api_access_disabled: true,
  browser_call_refused: true,
  ip_not_allowed: true,
  rate_limited: true,
  insufficient_scope: true,
} as const satisfies Record<Obstacle["code"], true>;

/** Tells whether the key, its organization or the limit was the reason, and not the request. */
export function isCircumstance(code: Code): code is Extract<Code, Obstacle["code"]> {
  return Object.hasOwn(circumstances, code);
}
