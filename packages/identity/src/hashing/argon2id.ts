import { hashSync, verifySync } from "@node-rs/argon2";

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// The hash of 32 random bytes that nobody kept. It is well-formed and of the
// same cost, so that an unreadable hash takes as long to refuse as a wrong password.
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$Qw7XPwqv1/lOTwDwGFPnRg$bUfiTADjy9u64xuQt6y9cw95FxkiY0AcrkIkCUVs0DM";

/** In PHC form, each time with another salt. Takes some 20 ms of the calling thread. */
export function hashOf(password: string): string {
  return hashSync(password, cost);
}

/** A stored hash that cannot be read matches no password, after the same work. */
export function isHashOf(stored: string, password: string): boolean {
  try {
    return verifySync(stored, password);
  } catch {
    verifySync(nobodysHash, password);
    return false;
  }
}
