import { createHmac, timingSafeEqual } from "node:crypto";

const stepMilliseconds = 30_000;
const digits = 6;

/**
 * For which 30 seconds an authenticator app shows this code, counted from 1970; null unless these are the
 * present ones or those beside them, for clocks that differ (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const present = Math.floor(now / stepMilliseconds);
  return [present, present - 1, present + 1].find((step) => isSame(codeOf(secret, step), code)) ?? null;
}

/** RFC 4226, 5.3. */
function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

function isSame(expected: string, code: string): boolean {
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(code)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
