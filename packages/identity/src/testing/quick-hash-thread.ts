import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "../hashing/passwords.ts";

/** The real argon2 at the least cost that it has, and no thread. Its hashes say what they cost, so that anybody reads them. */
export const createHashThread = (): Passwords => ({
  hash: (password) => hash(password, { memoryCost: 8, timeCost: 1 }),
  verify: (stored, password) => verify(stored, password),
});
