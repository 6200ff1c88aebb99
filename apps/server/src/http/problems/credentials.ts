import type { ProblemDefinition } from "./definition.ts";

export type CredentialProblemCode =
  | "missing_credentials"
  | "invalid_request"
  | "invalid_token"
  | "key_expired"
  | "key_revoked"
  | "secret_retired"
  | "secret_quarantined"
  | "app_disconnected"
  | "token_expired"
  | "too_many_failures"
  | "token_in_url"
  | "browser_call_refused"
  | "organization_suspended"
  | "api_access_disabled"
  | "ip_not_allowed"
  | "rate_limited"
  | "insufficient_scope"
  | "api_key_required";

/** Who is calling, and whether they may. In the order in which they are decided. */
export const credentialProblems = {
  missing_credentials: {
    status: 401,
    title: "No API key was sent",
    cause: "The request has no Authorization header with a bearer token.",
    fix: "Send `Authorization: Bearer <your API key>` with every request.",
  },
  invalid_request: {
    status: 400,
    title: "The Authorization header is malformed",
    cause: "The Authorization header is not one scheme and one token.",
    fix: "Send exactly one Authorization header: the word `Bearer`, a space, and the token as it was shown, without quotes or further parameters.",
  },
  token_in_url: {
    status: 400,
    title: "A token was sent outside the Authorization header",
    cause:
      "A token in a URL or a body ends up in logs, histories and caches. If it was a valid one, its key is now marked as exposed.",
    fix: "Send the token in the Authorization header only, and rotate the key that was sent.",
  },
  invalid_token: {
    status: 401,
    title: "The API key is not valid",
    cause: "The token is mistyped, cut short or unknown.",
    fix: "Compare the token with the one that was issued. If it is lost, rotate the key in the dashboard.",
  },
  key_expired: {
    status: 401,
    title: "The API key has expired",
    cause: "The key's expiry date has passed.",
    fix: "Issue a new key.",
  },
  key_revoked: {
    status: 401,
    title: "The API key was revoked",
    cause: "Somebody ended this key for good.",
    fix: "Ask an admin of your organization why, and issue a new key.",
  },
  secret_retired: {
    status: 401,
    title: "The token was replaced",
    cause: "The key was rotated, and the overlap in which the old token still worked is over.",
    fix: "Use the token that the rotation returned.",
  },
  secret_quarantined: {
    status: 401,
    title: "The token is in quarantine",
    cause:
      "It was reported as leaked, and is refused until an admin of the organization has decided about it.",
    fix: "Rotate the key and use the new token. An admin can also let this one in again, in the dashboard.",
  },
  app_disconnected: {
    status: 401,
    title: "The app was disconnected",
    cause:
      "Somebody of the organization ended what the app was granted, or what that rested on is gone: the app is disabled, or who granted it has left.",
    fix: "Ask an admin of the organization to connect the app again.",
  },
  token_expired: {
    status: 401,
    title: "The access token has expired",
    cause: "Access tokens of apps are valid for an hour.",
    fix: "Get a new one with the refresh token, or with the app's own credentials.",
  },
  too_many_failures: {
    status: 429,
    title: "Too many invalid tokens",
    cause: "Too many requests with invalid tokens came from this address.",
    fix: "Wait as long as Retry-After says, and correct the token before trying again.",
  },
  organization_suspended: {
    status: 403,
    title: "The organization is suspended",
    cause: "The operator has suspended this organization.",
    fix: "Ask the operator of this installation.",
  },
  api_access_disabled: {
    status: 403,
    title: "API access is switched off",
    cause: "The API access of this organization is switched off.",
    fix: "Ask an owner of the organization or the operator to switch it on.",
  },
  browser_call_refused: {
    status: 403,
    title: "API keys stay on servers",
    cause:
      "The request came from a browser, where anybody can read the key. If it was a valid one, it is now marked as exposed.",
    fix: "Call the API from your server, and rotate the key that reached the browser.",
  },
  ip_not_allowed: {
    status: 403,
    title: "The address is not allowed",
    cause: "The key may be used from certain addresses only, and this one is not among them.",
    fix: "Call from an allowed address, or add this one to the key's allow list.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests",
    cause: "The organization's keys have used up the requests of this minute.",
    fix: "Wait as long as Retry-After says. RateLimit tells how many requests are left.",
  },
  insufficient_scope: {
    status: 403,
    title: "The key lacks a scope",
    cause: "The key, or the role of the member responsible for it, does not allow this.",
    fix: "Add the scope that WWW-Authenticate names to the key, or use another key.",
  },
  api_key_required: {
    status: 403,
    title: "This needs an API key",
    cause:
      "The token is a partner app's, and this is about the API key that calls, or changes keys: an app has none and may not.",
    fix: "Call with an API key of the organization.",
  },
} as const satisfies Record<CredentialProblemCode, ProblemDefinition>;
