import type { RandomBytes } from "@katkey/keys";

/** Crockford's: no letter in it is taken for a digit, or for another letter. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const amount = 10;
const groups = 3;
const groupLength = 4;

/** New ones, of 60 random bits each: `7k2m-9xqa-04wd`. */
export function makeRecoveryCodes(random: RandomBytes): string[] {
  return Array.from({ length: amount }, () => {
    // 32 divides 256: every letter is as likely as every other.
    const letters = Array.from(random(groups * groupLength), (byte) => alphabet[byte % alphabet.length]);
    return grouped(letters.join(""));
  });
}

/** A code as it is stored, however somebody typed it. */
export function normalizeRecoveryCode(typed: string): string {
  const letters = typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
  return grouped(letters);
}

function grouped(letters: string): string {
  return letters.match(new RegExp(`.{1,${groupLength}}`, "g"))?.join("-") ?? "";
}
