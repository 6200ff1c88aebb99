import type { Passwords } from "../hashing/passwords.ts";
import { assertGoodPassword } from "./password-rules.ts";

/** @throws IdentityError `password_…`, `too_busy` */
export async function hashNewPassword(
  passwords: Passwords,
  password: string,
  email: string,
): Promise<string> {
  assertGoodPassword(password, email);
  return passwords.hash(password);
}
