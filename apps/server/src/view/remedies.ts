import type { ProblemCode } from "../http/problems.ts";

/**
 * What makes a request pass that was refused. `circumstances`: the key, its organization or the limit have to change,
 * which can be asked now. `request`: it has to be another one. `stored`: what it wants to read or change decides.
 * `again`: the same request, later.
 */
type Remedy = "circumstances" | "request" | "stored" | "again";

/** For every problem that a known key can be answered. */
export const remedies = {
  key_expired: "circumstances",
  key_revoked: "circumstances",
  secret_retired: "circumstances",
  secret_quarantined: "circumstances",
  app_disconnected: "circumstances",
  organization_suspended: "circumstances",
  api_access_disabled: "circumstances",
  browser_call_refused: "circumstances",
  ip_not_allowed: "circumstances",
  rate_limited: "circumstances",
  insufficient_scope: "circumstances",

  token_expired: "request",
  api_key_required: "request",
  token_in_url: "request",
  not_found: "request",
  method_not_allowed: "request",
  malformed_request: "request",
  malformed_json: "request",
  unsupported_media_type: "request",
  body_too_large: "request",
  validation_failed: "request",
  cursor_invalid: "request",
  usage_range_invalid: "request",
  environment_not_allowed: "request",
  idempotency_key_invalid: "request",
  idempotency_key_reused: "request",
  expiry_not_allowed: "request",
  addresses_invalid: "request",
  addresses_not_allowed: "request",
  scope_unknown: "request",
  scope_not_allowed: "request",
  revocation_text_missing: "request",
  product_invalid: "request",

  key_not_found: "stored",
  product_not_found: "stored",
  statement_not_found: "stored",
  precondition_failed: "stored",
  product_changed: "stored",
  sku_taken: "stored",
  key_changed: "stored",
  key_name_taken: "stored",
  key_limit_reached: "stored",
  key_already_revoked: "stored",
  key_already_expired: "stored",
  rotation_conflict: "stored",
  rows_unsound: "stored",
  overlap_not_running: "stored",
  authority_lost: "stored",

  idempotency_in_progress: "again",
  busy: "again",
  storage_full: "again",
  storage_unavailable: "again",
  storage_damaged: "again",
  schema_altered: "again",
  text_engine_failed: "again",
  internal_error: "again",
} as const satisfies Partial<Record<ProblemCode, Remedy>>;

type RefusalCode = keyof typeof remedies;

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(remedies, code);
}
