import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepMs = 30_000;

/** The six digits that an authenticator app shows for a secret as it stands beside the QR code (RFC 6238). */
export function codeShownBy(secret: string, at: number = Date.now()): string {
  const letters = [...secret.replaceAll(/\s/g, "")];
  const bits = letters.map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / stepMs)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE((mac[19] ?? 0) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/**
 * The code that it shows next. It counts already, so that whoever needs a second one need not wait half a minute; the
 * one before the shown one counts too, but no longer once the next half minute begins while it is typed.
 */
export const codeAfter = (secret: string) => codeShownBy(secret, Date.now() + stepMs);
