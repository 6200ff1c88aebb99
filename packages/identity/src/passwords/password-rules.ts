import { commonPasswords } from "./common-passwords.ts";
import { IdentityError } from "../errors.ts";

const shortest = 10;
const longest = 128;
const fewestDifferentCharacters = 4;

/**
 * Refuses a new password that is too short, too long (in code points) or among
 * the first that anybody would guess. No rules on kinds of characters: they make
 * passwords weaker (NIST SP 800-63B-4, 3.1.1.2).
 */
export function assertGoodPassword(password: string, email: string): void {
  const characters = [...password];
  if (characters.length < shortest) {
    throw new IdentityError("password_too_short", `A password has at least ${shortest} characters.`);
  }
  if (characters.length > longest) {
    throw new IdentityError("password_too_long", `A password has at most ${longest} characters.`);
  }
  if (isGuessable(password.toLowerCase(), email)) {
    throw new IdentityError("password_too_common", "This password is too easy to guess.");
  }
}

function isGuessable(password: string, email: string): boolean {
  const mailbox = email.slice(0, email.indexOf("@"));
  return (
    commonPasswords.has(password) ||
    new Set(password).size < fewestDifferentCharacters ||
    password.trim() === email ||
    password.trim() === mailbox
  );
}
