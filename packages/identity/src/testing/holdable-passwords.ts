import { createHashQueue } from "../hashing/hash-queue.ts";
import { createPasswords, type Passwords } from "../hashing/passwords.ts";
import { hashThread } from "./hash-thread.ts";

/** The real ones, which tell what they compared, and of which one comparison can be held back. */
export function holdablePasswords() {
  const { hash, verify } = createPasswords(
    hashThread,
    createHashQueue({ capacity: 64, maxWaitMilliseconds: 60_000 }),
  );
  const compared: string[] = [];
  let onNext: ((goOn: () => void) => void) | null = null;
  const passwords: Passwords = {
    hash,
    async verify(stored, password) {
      compared.push(stored);
      const hear = onNext;
      onNext = null;
      if (hear !== null) await new Promise<void>((goOn) => hear(goOn));
      return verify(stored, password);
    },
  };
  return {
    passwords,
    /** The stored hashes, in their order. */
    compared,
    /** Resolves when the next comparison is about to begin, to what lets it go on. */
    holdNext: () => new Promise<() => void>((resolve) => (onNext = resolve)),
  };
}
