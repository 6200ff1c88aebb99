import { problems, type ProblemCode } from "../../http/problems.ts";
import { nothing } from "../reading/input.ts";
import { isForServices, statusOf, type DocumentedRoute } from "./documented-route.ts";

/** What any request can be answered: in the order in which it is decided. */
const ofEveryRequest: readonly ProblemCode[] = [
  "malformed_request",
  "invalid_request",
  "token_in_url",
  "missing_credentials",
  "invalid_token",
  "key_expired",
  "key_revoked",
  "secret_retired",
  "secret_quarantined",
  "app_disconnected",
  "token_expired",
  "organization_suspended",
  "api_access_disabled",
  "browser_call_refused",
  "ip_not_allowed",
  "too_many_failures",
  "rate_limited",
  "validation_failed",
  "request_timeout",
  "expectation_failed",
  "header_too_large",
  "internal_error",
  "busy",
  "storage_unavailable",
  "storage_damaged",
  "schema_altered",
  "storage_full",
];

/** What only a key or an app can be told. */
const ofKeys: ReadonlySet<ProblemCode> = new Set([
  "key_expired",
  "key_revoked",
  "secret_retired",
  "secret_quarantined",
  "app_disconnected",
  "token_expired",
  "organization_suspended",
  "api_access_disabled",
  "browser_call_refused",
  "ip_not_allowed",
  "rate_limited",
]);

const ofBodies: readonly ProblemCode[] = ["malformed_json", "body_too_large", "unsupported_media_type"];

const ofIdempotency: readonly ProblemCode[] = [
  "idempotency_key_invalid",
  "idempotency_key_reused",
  "idempotency_in_progress",
];

/** Every code with which the route can be answered, by status. */
export function problemsOf(route: DocumentedRoute): ReadonlyMap<number, readonly ProblemCode[]> {
  const { method, scopes, about, once } = route;
  const codes = [
    ...ofEveryRequest.filter((code) => !(isForServices(route) && ofKeys.has(code))),
    ...(method === "GET" ? [] : ofBodies),
    ...(scopes.length > 0 ? (["insufficient_scope"] as const) : []),
    ...(about.conditional ? (["precondition_failed"] as const) : []),
    ...(once ? ofIdempotency : []),
    ...about.errors,
  ];
  return byStatus(codes, (code) => statusOf(route, code));
}

/** What a route answers that reads a body and needs a scope, and has nothing of its own to refuse. */
export const usualProblems = byStatus(
  [...ofEveryRequest, ...ofBodies, "insufficient_scope"],
  (code) => problems[code].status,
);

/** Below the API's roots, where there is no operation. */
export const problemsBesideRoutes: readonly ProblemCode[] = ["not_found", "method_not_allowed"];

export function takesBody({ body }: DocumentedRoute): boolean {
  return body !== nothing;
}

function byStatus(
  codes: readonly ProblemCode[],
  statusFor: (code: ProblemCode) => number,
): ReadonlyMap<number, readonly ProblemCode[]> {
  const groups = Map.groupBy(new Set(codes), statusFor);
  return new Map([...groups].toSorted(([a], [b]) => a - b));
}
