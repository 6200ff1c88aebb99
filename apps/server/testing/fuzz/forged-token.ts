import { crc32 } from "node:zlib";
import * as fc from "fast-check";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** As computed from what is published about tokens. */
function checksumOf(body: string): string {
  let [text, rest] = ["", crc32(body)];
  for (let index = 0; index < 6; index += 1) {
    text = `${digits[rest % 62]}${text}`;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** What a forger has who knows everything of a token but its secret. */
export function withChecksum(body: string): string {
  return body + checksumOf(body);
}

/** Whether the published form and checksum of a bearer token are right: only then is there anything to look up. */
export function isWellFormed(token: string): boolean {
  const form = /^kat_(?:live|test|oat)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/;
  return form.test(token) && token.endsWith(checksumOf(token.slice(0, -6)));
}

const base62 = (length: number) =>
  fc.string({ unit: fc.constantFrom(...digits), minLength: length, maxLength: length });

/** Tokens of the right form and checksum, made of parts of issued ones and of guesses. */
export function forgedToken(issued: readonly string[]): fc.Arbitrary<string> {
  const parts = issued.map((token) => token.split(/_|\./));
  const ids = fc.constantFrom(...parts.map(([, , id = ""]) => id));
  const secrets = fc.constantFrom(...parts.map(([, , , secret = ""]) => secret.slice(0, 43)));
  return fc
    .tuple(
      fc.constantFrom("kat", "kat", "kat", "kau"),
      fc.constantFrom("live", "test", "oat", "ort", "svc"),
      fc.oneof({ weight: 4, arbitrary: ids }, base62(16)),
      fc.oneof({ weight: 2, arbitrary: secrets }, base62(43), oneOff(secrets)),
    )
    .map(([brand, kind, id, secret]) => withChecksum(`${brand}_${kind}_${id}.${secret}`));
}

/** The secret with one character changed. */
function oneOff(secrets: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(secrets, fc.integer({ min: 0, max: 42 }), fc.constantFrom(...digits))
    .map(([secret, at, digit]) => secret.slice(0, at) + digit + secret.slice(at + 1));
}
