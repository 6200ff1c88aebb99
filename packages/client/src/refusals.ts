import type { ChallengeError } from "./challenge.ts";

/** Everything that Katkey refuses a presented token for. Closed: codes never change their meaning. */
export type RefusalCode =
  | "invalid_token"
  | "key_revoked"
  | "key_expired"
  | "secret_retired"
  | "secret_quarantined"
  | "app_disconnected"
  | "token_expired"
  | "too_many_failures"
  | "organization_suspended"
  | "api_access_disabled"
  | "browser_call_refused"
  | "ip_not_allowed"
  | "rate_limited"
  | "insufficient_scope";

/** What is answered before Katkey is asked, or because it cannot be. */
export type LocalCode =
  | "missing_credentials"
  | "invalid_request"
  | "token_in_url"
  | "verification_unavailable";

export interface RefusalDefinition {
  readonly status: 400 | 401 | 403 | 429 | 503;
  readonly title: string;
  /** Why it happens, in a sentence for the caller. */
  readonly cause: string;
  /** What WWW-Authenticate says (RFC 6750, 3.1); null: the answer has no challenge, absent: one without error. */
  readonly error?: ChallengeError | null;
}

/** How a backend answers its own client: the statuses, titles and challenges of Katkey's own API. */
export const refusals = {
  missing_credentials: {
    status: 401,
    title: "No API key was sent",
    cause: "The request has no Authorization header with a bearer token.",
  },
  invalid_request: {
    status: 400,
    title: "The Authorization header is malformed",
    cause: "The Authorization header is not one scheme and one token.",
    error: "invalid_request",
  },
  token_in_url: {
    status: 400,
    title: "A token was sent outside the Authorization header",
    cause: "A token in a URL ends up in logs, histories and caches. Rotate the key that was sent.",
    error: "invalid_request",
  },
  invalid_token: {
    status: 401,
    title: "The API key is not valid",
    cause: "The token is mistyped, cut short or unknown.",
    error: "invalid_token",
  },
  key_expired: {
    status: 401,
    title: "The API key has expired",
    cause: "The key's expiry date has passed.",
    error: "invalid_token",
  },
  key_revoked: {
    status: 401,
    title: "The API key was revoked",
    cause: "Somebody ended this key for good.",
    error: "invalid_token",
  },
  secret_retired: {
    status: 401,
    title: "The token was replaced",
    cause: "The key was rotated, and the overlap in which the old token still worked is over.",
    error: "invalid_token",
  },
  secret_quarantined: {
    status: 401,
    title: "The token is in quarantine",
    cause:
      "It was reported as leaked, and is refused until an admin of the organization has decided about it.",
    error: "invalid_token",
  },
  app_disconnected: {
    status: 401,
    title: "The app was disconnected",
    cause:
      "Somebody of the organization ended what the app was granted, or what that rested on is gone: the app is disabled, or who granted it has left.",
    error: "invalid_token",
  },
  token_expired: {
    status: 401,
    title: "The access token has expired",
    cause: "Access tokens of apps are valid for an hour.",
    error: "invalid_token",
  },
  too_many_failures: {
    status: 429,
    title: "Too many invalid tokens",
    cause: "Too many requests with invalid tokens came from this address.",
    error: null,
  },
  organization_suspended: {
    status: 403,
    title: "The organization is suspended",
    cause: "The operator has suspended this organization.",
    error: null,
  },
  api_access_disabled: {
    status: 403,
    title: "API access is switched off",
    cause: "The API access of this organization is switched off.",
    error: null,
  },
  browser_call_refused: {
    status: 403,
    title: "API keys stay on servers",
    cause: "The request came from a browser, where anybody can read the key. Rotate the key that was sent.",
    error: null,
  },
  ip_not_allowed: {
    status: 403,
    title: "The address is not allowed",
    cause: "The key may be used from certain addresses only, and this one is not among them.",
    error: null,
  },
  rate_limited: {
    status: 429,
    title: "Too many requests",
    cause: "The organization's keys have used up the requests of this minute.",
    error: null,
  },
  insufficient_scope: {
    status: 403,
    title: "The key lacks a scope",
    cause: "The key, or the role of the member responsible for it, does not allow this.",
    error: "insufficient_scope",
  },
  verification_unavailable: {
    status: 503,
    title: "The API key could not be checked",
    cause: "Whether the API key is valid cannot be said at the moment. It was neither accepted nor refused.",
    error: null,
  },
} as const satisfies Record<RefusalCode | LocalCode, RefusalDefinition>;

const localCodes: ReadonlySet<string> = new Set<LocalCode>([
  "missing_credentials",
  "invalid_request",
  "token_in_url",
  "verification_unavailable",
]);

/** Whether Katkey says this of a token. */
export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(refusals, code) && !localCodes.has(code);
}
