import { AuthError, postAuth } from "../../../lib/api/auth-fetch.ts";
import { fieldOf } from "../../../lib/api/json-field.ts";

/** The `otpauth:` address that an authenticator app takes. @throws AuthError `current_password_wrong`, `two_factor_on` */
export async function beginTwoFactor(password: string): Promise<string> {
  const uri = fieldOf(await postAuth("/two-factor/enable", { password }), "uri");
  if (typeof uri === "string") return uri;
  throw new AuthError("unexpected", "");
}

/** The recovery codes, this once. @throws AuthError `code_wrong`, `code_used` */
export async function confirmTwoFactor(code: string): Promise<readonly string[]> {
  return recoveryCodesIn(await postAuth("/two-factor/confirm", { code }));
}

/** New recovery codes in place of all others. @throws AuthError `current_password_wrong`, `two_factor_off` */
export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  return recoveryCodesIn(await postAuth("/two-factor/generate-backup-codes", { password }));
}

/** @throws AuthError `current_password_wrong`, `two_factor_off` */
export async function turnOffTwoFactor(password: string): Promise<void> {
  await postAuth("/two-factor/disable", { password });
}

function recoveryCodesIn(answer: unknown): readonly string[] {
  const codes = fieldOf(answer, "recoveryCodes");
  return Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : [];
}
