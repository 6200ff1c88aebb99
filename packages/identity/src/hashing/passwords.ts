import type { HashQueue } from "./hash-queue.ts";

/** Hashes and checks passwords. */
export interface Passwords {
  /** An argon2id hash in PHC form. */
  hash(password: string): Promise<string>;
  /** A stored hash that cannot be read matches no password. */
  verify(stored: string, password: string): Promise<boolean>;
}

/** Each call in its turn of the queue. */
export function createPasswords(hasher: Passwords, queue: HashQueue): Passwords {
  return {
    hash: (password) => queue.run(() => hasher.hash(normalize(password))),
    verify: (stored, password) => queue.run(() => hasher.verify(stored, normalize(password))),
  };
}

// NIST SP 800-63B-4, 3.1.1.2: the same characters typed on two systems may
// arrive in different forms, so they are brought into one before hashing.
function normalize(password: string): string {
  return password.normalize("NFKC");
}
