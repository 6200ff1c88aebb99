const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Fills `bytes` random bytes from a cryptographically secure source. */
export type RandomBytes = (bytes: number) => Uint8Array;

// 248 is the largest multiple of 62 that fits a byte: larger values are thrown
// away, because `byte % 62` over all 256 would prefer the first eight digits.
const unbiasedBelow = 248;

/** `length` characters of `0-9A-Za-z`, each equally likely. */
export function randomBase62(length: number, random: RandomBytes): string {
  let text = "";
  while (text.length < length) {
    for (const byte of random(length - text.length)) {
      if (byte < unbiasedBelow) text += alphabet[byte % 62];
    }
  }
  return text;
}

/** A non-negative safe integer in base 62, left-padded with `0` to `width`. */
export function base62Of(value: number, width: number): string {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) {
    text = (alphabet[rest % 62] ?? "") + text;
  }
  return text.padStart(width, "0");
}
