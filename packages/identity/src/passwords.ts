import { hash, verify } from "@node-rs/argon2";
import type { HashQueue } from "./hash-queue.ts";

/** Hashes and checks passwords, each call in its turn of the queue. */
export interface Passwords {
  /** An argon2id hash in PHC form. */
  hash(password: string): Promise<string>;
  /** A stored hash that cannot be read matches no password. */
  verify(stored: string, password: string): Promise<boolean>;
}

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// The hash of 32 random bytes that nobody kept. It is well-formed and of the
// same cost, so that an unreadable hash takes as long to refuse as a wrong password.
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$Qw7XPwqv1/lOTwDwGFPnRg$bUfiTADjy9u64xuQt6y9cw95FxkiY0AcrkIkCUVs0DM";

export function createPasswords(queue: HashQueue): Passwords {
  return {
    hash: (password) => queue.run(() => hash(normalize(password), cost)),
    verify: (stored, password) => queue.run(() => matches(stored, normalize(password))),
  };
}

async function matches(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    await verify(nobodysHash, password);
    return false;
  }
}

// NIST SP 800-63B-4, 3.1.1.2: the same characters typed on two systems may
// arrive in different forms, so they are brought into one before hashing.
function normalize(password: string): string {
  return password.normalize("NFKC");
}
