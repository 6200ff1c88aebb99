import { crc32 } from "node:zlib";
import { base62Of, randomBase62, type RandomBytes } from "../base62.ts";
import { environments, type Environment } from "../environment.ts";

/**
 * `<brand>_<environment>_<publicKeyId>.<secret>`: 16 random base62 characters,
 * a dot, 43 random base62 characters (256 bits) and 6 of checksum: the CRC-32
 * of everything before it. The checksum tells a mistyped or made-up token from
 * a real one without a look-up, and lets secret scanners match without doubt.
 */
export interface ParsedToken {
  readonly environment: Environment;
  readonly publicKeyId: string;
}

const idLength = 16;
const randomLength = 43;
const checksumLength = 6;
const secretLength = randomLength + checksumLength;
const tail = new RegExp(`^[0-9A-Za-z]{${idLength}}\\.[0-9A-Za-z]{${secretLength}}$`);

export const defaultBrand = "kat";

/** Makes a new token. The caller stores its hash and shows it once. */
export function createToken(brand: string, environment: Environment, random: RandomBytes): string {
  const id = randomBase62(idLength, random);
  const body = `${brand}_${environment}_${id}.${randomBase62(randomLength, random)}`;
  return body + checksumOf(body);
}

/** Reads a token; `null` when its form or its checksum is wrong. Touches no store. */
export function parseToken(brand: string, token: string): ParsedToken | null {
  for (const environment of environments) {
    const prefix = `${brand}_${environment}_`;
    if (!token.startsWith(prefix)) continue;
    if (!tail.test(token.slice(prefix.length))) return null;
    if (checksumOf(token.slice(0, -checksumLength)) !== token.slice(-checksumLength)) return null;
    return { environment, publicKeyId: token.slice(prefix.length, prefix.length + idLength) };
  }
  return null;
}

/** The public part of a token that `createToken` made. */
export function publicKeyIdOf(brand: string, token: string): string {
  const parsed = parseToken(brand, token);
  if (parsed === null) throw new Error("not a token");
  return parsed.publicKeyId;
}

/** The last four characters, by which people recognize a token. */
export function hintOf(token: string): string {
  return token.slice(-4);
}

function checksumOf(body: string): string {
  return base62Of(crc32(body), checksumLength);
}
