/** Why a change was refused. Closed: a new code needs a row in every transport's table. */
export type KeyErrorCode =
  | "organization_not_found"
  | "organization_changed"
  | "organization_suspended"
  | "key_not_found"
  | "member_not_found"
  | "invitation_not_found"
  | "statement_not_found"
  | "role_not_allowed"
  | "authority_lost"
  | "scope_unknown"
  | "scope_not_allowed"
  | "expiry_not_allowed"
  | "environment_not_allowed"
  | "addresses_invalid"
  | "addresses_not_allowed"
  | "key_limit_reached"
  | "key_name_taken"
  | "key_changed"
  | "key_already_revoked"
  | "key_already_expired"
  | "revocation_text_missing"
  | "rotation_conflict"
  | "rows_unsound"
  | "overlap_not_allowed"
  | "overlap_not_running"
  | "secret_not_quarantined"
  | "last_owner"
  | "member_changed"
  | "member_exists"
  | "keys_need_settling"
  | "invitation_for_other_email"
  | "service_token_not_found"
  | "service_token_already_revoked"
  | "service_token_already_expired"
  | "service_token_name_taken"
  | "service_token_limit_reached"
  | "app_not_found"
  | "app_changed"
  | "app_disabled"
  | "app_not_offered"
  | "app_has_no_secret"
  | "app_limit_reached"
  | "redirect_uri_invalid"
  | "logo_invalid"
  | "public_keys_invalid"
  | "grant_not_found"
  | "grant_already_ended"
  | "usage_range_invalid"
  | "cursor_invalid"
  | "idempotency_in_progress"
  | "busy"
  | "storage_full"
  | "storage_unavailable"
  | "storage_damaged"
  | "schema_altered";

/** A refused change. Nothing was written. Compare `code`, never `message`. */
export class KeyError extends Error {
  override readonly name = "KeyError";
  readonly code: KeyErrorCode;

  constructor(code: KeyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A database is rarely held for longer. */
const whileBusySeconds = 2;
/** Somebody has to make room, mend the disk or drop a trigger; all goes on within a second of that. */
const whileTroubledSeconds = 30;

/** After how many seconds it is worth making the same change again; `null`: it would be refused again. */
export function retryAfterOfRefusal(code: KeyErrorCode): number | null {
  if (code === "busy") return whileBusySeconds;
  return code.startsWith("storage_") || code === "schema_altered" ? whileTroubledSeconds : null;
}
