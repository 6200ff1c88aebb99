import { KeyError } from "./errors.ts";

/** @throws KeyError `expiry_not_allowed` */
export function assertFuture(expiresAt: number | null, now: number): void {
  if (expiresAt !== null && expiresAt <= now) {
    throw new KeyError("expiry_not_allowed", "A key can only expire in the future.");
  }
}
