import { AuthError } from "../api/auth-fetch.ts";
import { fieldRefusals, reasonOf, refusalOf } from "../api/refusal.ts";

const fieldOfReason: Readonly<Record<string, string>> = {
  email_invalid: "email",
  email_taken: "email",
  name_invalid: "name",
  password_too_short: "password",
  password_too_long: "password",
  password_too_common: "password",
  current_password_wrong: "currentPassword",
  code_wrong: "code",
  code_used: "code",
  recovery_code_wrong: "code",
  redirect_uri_invalid: "redirectUris",
  logo_invalid: "logo",
  public_keys_invalid: "jwks",
};

/** Which fields of a form the server refused, and why; empty when it was something else. */
export function formErrorsOf(error: unknown): Record<string, string> {
  const reason = error instanceof AuthError ? error.code : reasonOf(error);
  const field = reason === null ? undefined : fieldOfReason[reason];
  return field === undefined
    ? Object.fromEntries(fieldRefusals(error))
    : { [field]: refusalOf(error).message };
}

/** What no field of the form can show. */
export function formRefusal(error: unknown): unknown {
  return error !== null && Object.keys(formErrorsOf(error)).length === 0 ? error : null;
}
