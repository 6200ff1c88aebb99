import { IdentityError } from "../errors.ts";

const longest = 254;

// What better-auth accepts at sign-in (zod's e-mail pattern): an account with
// any other address could never be used.
const pattern = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;

/** The one form in which an address is stored, compared and looked up. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The normalized address. Throws `email_invalid`. */
export function parseEmail(email: string): string {
  const normalized = normalizeEmail(email);
  if (normalized.length > longest || !pattern.test(normalized)) {
    throw new IdentityError("email_invalid", "This is not an e-mail address.");
  }
  return normalized;
}
