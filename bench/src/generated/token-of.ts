import { hash } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const idLength = 16;
const randomLength = 43;
const checksumLength = 6;

/**
 * The token of key number so-and-so, the same in every process: nobody has to hand a million of them around.
 * `series` tells them from the tokens that nobody has.
 */
export function tokenOf(number: number, series = "key"): string {
  return tokenFrom("live", `${series} ${number}`);
}

/** The same of an app's access token. */
export function appTokenOf(number: number): string {
  return tokenFrom("oat", `app ${number}`);
}

function tokenFrom(kind: "live" | "oat", seed: string): string {
  const bytes = hash("sha512", seed, "buffer");
  const text = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
  const id = text.slice(0, idLength);
  const body = `kat_${kind}_${id}.${text.slice(idLength, idLength + randomLength)}`;
  return body + checksumOf(body);
}

/** What the key or the access token is found by. */
export function publicKeyIdOf(token: string): string {
  return token.slice(token.lastIndexOf("_") + 1, token.indexOf("."));
}

function checksumOf(body: string): string {
  let text = "";
  for (let rest = crc32(body); rest > 0; rest = Math.floor(rest / alphabet.length)) {
    text = (alphabet[rest % alphabet.length] ?? "") + text;
  }
  return text.padStart(checksumLength, "0");
}
