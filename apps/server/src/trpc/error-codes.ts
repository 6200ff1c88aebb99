import type { IdentityErrorCode } from "@katkey/identity";
import type { KeyErrorCode } from "@katkey/keys";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

/** How tRPC names a refused change. A new code does not compile until it has a row here. */
export const trpcCodeOf = {
  organization_not_found: "NOT_FOUND",
  key_not_found: "NOT_FOUND",
  member_not_found: "NOT_FOUND",
  invitation_not_found: "NOT_FOUND",
  role_not_allowed: "FORBIDDEN",
  scope_not_allowed: "FORBIDDEN",
  expiry_not_allowed: "BAD_REQUEST",
  environment_not_allowed: "FORBIDDEN",
  addresses_invalid: "BAD_REQUEST",
  key_limit_reached: "CONFLICT",
  key_name_taken: "CONFLICT",
  key_changed: "CONFLICT",
  key_already_revoked: "CONFLICT",
  key_already_expired: "CONFLICT",
  rotation_conflict: "CONFLICT",
  overlap_not_allowed: "BAD_REQUEST",
  overlap_not_running: "CONFLICT",
  last_owner: "CONFLICT",
  member_changed: "CONFLICT",
  member_exists: "CONFLICT",
  keys_need_settling: "CONFLICT",
  invitation_for_other_email: "FORBIDDEN",
  cursor_invalid: "BAD_REQUEST",
  email_invalid: "BAD_REQUEST",
  email_taken: "CONFLICT",
  name_invalid: "BAD_REQUEST",
  setup_link_invalid: "FORBIDDEN",
  password_too_short: "BAD_REQUEST",
  password_too_long: "BAD_REQUEST",
  password_too_common: "BAD_REQUEST",
  too_busy: "SERVICE_UNAVAILABLE",
} as const satisfies Record<KeyErrorCode | IdentityErrorCode, TRPC_ERROR_CODE_KEY>;
