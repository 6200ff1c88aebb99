import { postAuth } from "../api/auth-fetch.ts";
import { fieldOf } from "../api/json-field.ts";

/** @throws AuthError `code_wrong`, `code_used`, `second_step_ended`, `too_many_attempts` */
export async function enterCode(code: string): Promise<null> {
  await postAuth("/two-factor/verify-totp", { code });
  return null;
}

/** How many are left. @throws AuthError `recovery_code_wrong`, `second_step_ended`, `too_many_attempts` */
export async function enterRecoveryCode(code: string): Promise<number> {
  return Number(fieldOf(await postAuth("/two-factor/verify-backup-code", { code }), "recoveryCodesLeft"));
}
