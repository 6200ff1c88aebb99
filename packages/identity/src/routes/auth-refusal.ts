import type { IdentityErrorCode } from "../errors.ts";

const statusOf = {
  invalid_request: 400,
  current_password_wrong: 400,
  email_invalid: 400,
  name_invalid: 400,
  password_too_short: 400,
  password_too_long: 400,
  password_too_common: 400,
  setup_link_invalid: 400,
  person_not_found: 404,
  password_link_invalid: 404,
  person_banned: 409,
  own_ban: 409,
  own_password_link: 409,
  last_operator: 409,
  passkey_not_added: 400,
  invalid_credentials: 401,
  code_wrong: 401,
  code_used: 401,
  recovery_code_wrong: 401,
  second_step_ended: 401,
  passkey_refused: 401,
  not_signed_in: 401,
  origin_not_allowed: 403,
  not_found: 404,
  passkey_not_found: 404,
  email_taken: 409,
  two_factor_on: 409,
  two_factor_off: 409,
  two_factor_unreadable: 409,
  body_too_large: 413,
  json_required: 415,
  too_many_attempts: 429,
  too_busy: 503,
} as const satisfies Record<IdentityErrorCode, number> & Record<string, number>;

export type AuthRefusalCode = keyof typeof statusOf;

/** A request under `/auth` that was refused. */
export class AuthRefusal extends Error {
  override readonly name = "AuthRefusal";
  readonly code: AuthRefusalCode;
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(code: AuthRefusalCode, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.code = code;
    this.status = statusOf[code];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function tooManyAttempts(seconds: number): AuthRefusal {
  return new AuthRefusal("too_many_attempts", `Too many attempts. Try again ${inTime(seconds)}.`, seconds);
}

function inTime(seconds: number): string {
  if (seconds <= 120) return `in ${seconds} seconds`;
  if (seconds <= 120 * 60) return `in ${Math.ceil(seconds / 60)} minutes`;
  return `in ${Math.ceil(seconds / 3600)} hours`;
}
