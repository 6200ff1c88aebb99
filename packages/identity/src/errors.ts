/** Why identity refused. Closed: a new code needs a row in every transport's table. */
export type IdentityErrorCode =
  | "email_invalid"
  | "email_taken"
  | "name_invalid"
  | "password_too_short"
  | "password_too_long"
  | "password_too_common"
  | "setup_link_invalid"
  | "password_link_invalid"
  | "current_password_wrong"
  | "too_many_attempts"
  | "person_not_found"
  | "person_banned"
  | "own_ban"
  | "own_password_link"
  | "last_operator"
  | "too_busy";

/** A refused change. Nothing was written. Compare `code`, never `message`. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
  readonly code: IdentityErrorCode;

  constructor(code: IdentityErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
