import { KeyError } from "../errors.ts";
import type { Organization } from "../organizations/organization.ts";

/** @throws KeyError `expiry_not_allowed` */
export function assertFuture(expiresAt: number | null, now: number): void {
  if (expiresAt !== null && expiresAt <= now) {
    throw new KeyError("expiry_not_allowed", "A key can only expire in the future.");
  }
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Who asks for exactly the maximum gets it, though their clock is ahead of ours. */
const toleranceMs = 10 * 60 * 1_000;

/**
 * That the organization's rules allow this expiry, set at `now`.
 * @throws KeyError `expiry_not_allowed`, naming the maximum
 */
export function assertWithinRules(
  { name, maximumLifetimeDays: most, expiryRequired }: Organization,
  expiresAt: number | null,
  now: number,
): void {
  if (expiresAt === null && most !== null) {
    refuse(`Keys of ${name} need an expiry, at most ${daysWords(most)} ahead.`);
  }
  if (expiresAt === null && expiryRequired) refuse(`Keys of ${name} need an expiry.`);
  if (expiresAt === null || most === null || expiresAt <= now + most * dayMs + toleranceMs) return;
  refuse(`Keys of ${name} expire after ${daysWords(most)} at most. Choose an earlier time.`);
}

function daysWords(days: number): string {
  return days === 1 ? "one day" : `${days} days`;
}

function refuse(message: string): never {
  throw new KeyError("expiry_not_allowed", message);
}
