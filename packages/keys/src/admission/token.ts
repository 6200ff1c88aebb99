import { crc32 } from "node:zlib";
import { base62Of, randomBase62, type RandomBytes } from "../base62.ts";
import { environments, type Environment } from "../environment.ts";

/**
 * `<brand>_<kind>_<publicKeyId>.<secret>`: 16 random base62 characters,
 * a dot, 43 random base62 characters (256 bits) and 6 of checksum: the CRC-32
 * of everything before it. The checksum tells a mistyped or made-up token from
 * a real one without a look-up, and lets secret scanners match without doubt.
 */
export interface ParsedToken {
  readonly environment: Environment;
  readonly publicKeyId: string;
}

const service = "svc";
const appAccess = "oat";
/** OAuth's: an app's client secret, its access token, its refresh token. */
const oauth = ["ocs", appAccess, "ort"] as const;

/** Every kind is told by the same form: whatever looks for secrets looks for all. */
export const tokenKinds = [...environments, service, ...oauth] as const;

/** An API key of an environment; `svc`: a token that a company's own services ask Katkey with; or OAuth's. */
export type TokenKind = (typeof tokenKinds)[number];

const idLength = 16;
const randomLength = 43;
const checksumLength = 6;
const secretLength = randomLength + checksumLength;
const tail = new RegExp(`^[0-9A-Za-z]{${idLength}}\\.[0-9A-Za-z]{${secretLength}}$`);

export const defaultBrand = "kat";

/** What matches every kind of token of an installation, for whatever looks for secrets: published in docs/leaks.md. */
export function tokenPatternOf(brand: string): string {
  return `${brand}_(?:${tokenKinds.join("|")})_[0-9A-Za-z]{${idLength}}\\.[0-9A-Za-z]{${secretLength}}`;
}

/** Makes a new token. The caller stores its hash and shows it once. */
export function createToken(brand: string, kind: TokenKind, random: RandomBytes): string {
  const id = randomBase62(idLength, random);
  const body = `${brand}_${kind}_${id}.${randomBase62(randomLength, random)}`;
  return body + checksumOf(body);
}

/** Reads an API key's token; `null` when its form or its checksum is wrong, or it is of another kind. Touches no store. */
export function parseToken(brand: string, token: string): ParsedToken | null {
  for (const environment of environments) {
    const prefix = `${brand}_${environment}_`;
    if (!token.startsWith(prefix)) continue;
    const publicKeyId = publicKeyIdAfter(prefix, token);
    return publicKeyId === null ? null : { environment, publicKeyId };
  }
  return null;
}

/** The public part of a service token; `null` for whatever is none, as `parseToken` has it. */
export function parseServiceToken(brand: string, token: string): string | null {
  return parseTokenOf(brand, service, token);
}

/** By its kind alone: whether it is well formed is for `parseAppToken` to say. */
export function isAppToken(brand: string, token: string): boolean {
  // No prefix is put together for it: this is asked of every request.
  return token.startsWith(appAccess, brand.length + 1);
}

/** The public part of a partner app's access token; `null` for whatever is none, as `parseToken` has it. */
export function parseAppToken(brand: string, token: string): string | null {
  return parseTokenOf(brand, appAccess, token);
}

/** The public part of a token of this kind; `null` for whatever is none. */
export function parseTokenOf(brand: string, kind: TokenKind, token: string): string | null {
  const prefix = `${brand}_${kind}_`;
  return token.startsWith(prefix) ? publicKeyIdAfter(prefix, token) : null;
}

/** The public part of a token that `createToken` made. */
export function publicKeyIdOf(brand: string, token: string): string {
  const kind = tokenKinds.find((one) => token.startsWith(`${brand}_${one}_`));
  const publicKeyId = kind === undefined ? null : publicKeyIdAfter(`${brand}_${kind}_`, token);
  if (publicKeyId === null) throw new Error("not a token");
  return publicKeyId;
}

/** The last four characters, by which people recognize a token. */
export function hintOf(token: string): string {
  return token.slice(-4);
}

function publicKeyIdAfter(prefix: string, token: string): string | null {
  if (!tail.test(token.slice(prefix.length))) return null;
  if (checksumOf(token.slice(0, -checksumLength)) !== token.slice(-checksumLength)) return null;
  return token.slice(prefix.length, prefix.length + idLength);
}

function checksumOf(body: string): string {
  return base62Of(crc32(body), checksumLength);
}
