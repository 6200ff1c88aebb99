import { createPublicKey, hash } from "node:crypto";

/** Enough to change them over; more is a list that nobody looks through. */
const mostPublicKeys = 10;

/** With what an app may sign that it is itself (RFC 7518 §3.1, RFC 8037, RFC 9864). Nothing that is signed with a shared secret. */
export const signatureAlgorithms = ["ES256", "EdDSA", "Ed25519", "PS256", "RS256"] as const;

/** What is kept of a key: its public part, and by what it is chosen (RFC 7517 §4). */
export interface PublicKey {
  readonly kty: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
}

/** A JSON Web Key Set (RFC 7517 §5), as somebody sent it. */
export interface KeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

interface Family {
  readonly algorithms: readonly string[];
  /** In the order of the alphabet, as its thumbprint wants them. */
  readonly members: readonly (keyof PublicKey)[];
}

const families: Readonly<Record<string, Family>> = {
  RSA: { algorithms: ["PS256", "RS256"], members: ["e", "kty", "n"] },
  "EC P-256": { algorithms: ["ES256"], members: ["crv", "kty", "x", "y"] },
  "OKP Ed25519": { algorithms: ["EdDSA", "Ed25519"], members: ["crv", "kty", "x"] },
};

const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"] as const;
const leastBits = 2_048;
const mostBits = 8_192;
/** 65537 is AQAB; a long one would be work for whoever verifies. */
const longestExponent = 6;
const longestText = 200;

/**
 * The public keys of a set; or, as a text, what is wrong with it. A private key is never kept: whoever sent it has
 * shown it to others.
 */
export function readPublicKeys({ keys }: KeySet): readonly PublicKey[] | string {
  if (keys.length > mostPublicKeys) return `An app has at most ${mostPublicKeys} keys.`;
  const ids = keys.map(({ kid }) => kid);
  if (keys.length > 1 && new Set(ids).size < ids.length) {
    return "Give each key a kid of its own, so that they can be told apart.";
  }
  for (const [at, key] of keys.entries()) {
    const fault = faultOf(key);
    if (fault !== null) return `Key ${at + 1}: ${fault}`;
  }
  return keys.map(publicPartOf);
}

/** SHA-256 of what makes it this key (RFC 7638), by which people compare two. */
export function thumbprintOf(key: PublicKey): string {
  const members = familyOf(key)?.members ?? [];
  return hash(
    "sha256",
    JSON.stringify(Object.fromEntries(members.map((name) => [name, key[name]]))),
    "base64url",
  );
}

function familyOf({ kty, crv }: Readonly<Record<string, unknown>> | PublicKey): Family | undefined {
  return families[kty === "RSA" ? "RSA" : `${String(kty)} ${String(crv)}`];
}

function faultOf(key: Readonly<Record<string, unknown>>): string | null {
  const shown = privateMembers.find((name) => name in key);
  if (shown !== undefined) {
    return `it holds a secret (${shown}). Send the public key alone, and use this one no more: others have seen it.`;
  }
  const family = familyOf(key);
  if (family === undefined) return "it must be RSA, EC with P-256, or OKP with Ed25519.";
  return faultOfUse(key, family) ?? faultOfNumbers(key, family);
}

function faultOfUse({ use, key_ops, alg, kid }: Readonly<Record<string, unknown>>, { algorithms }: Family) {
  if (use !== undefined && use !== "sig") return "it is not for signatures (use).";
  const verifies = key_ops === undefined || (Array.isArray(key_ops) && key_ops.includes("verify"));
  if (!verifies) return "it does not verify signatures (key_ops).";
  if (alg !== undefined && !algorithms.some((one) => one === alg)) {
    return `with it can be signed by ${algorithms.join(" or ")} (alg).`;
  }
  if (kid === undefined || (typeof kid === "string" && kid !== "" && kid.length <= longestText)) return null;
  return `its kid must be a text of at most ${longestText} characters.`;
}

function faultOfNumbers(key: Readonly<Record<string, unknown>>, { members }: Family): string | null {
  if (members.some((name) => typeof key[name] !== "string")) return "a member is missing.";
  const { e } = key;
  if (typeof e === "string" && e.length > longestExponent)
    return "its exponent is too large; 65537 is usual.";
  const bits = bitsOf(publicPartOf(key));
  if (bits === null) return "it is no key: its numbers do not fit together.";
  if (bits === undefined || (bits >= leastBits && bits <= mostBits)) return null;
  return `it has ${bits} bits; ${leastBits} to ${mostBits} are allowed.`;
}

/** `undefined`: as many as its curve. `null`: it is no key. */
function bitsOf(key: PublicKey): number | undefined | null {
  try {
    return createPublicKey({ key: { ...key }, format: "jwk" }).asymmetricKeyDetails?.modulusLength;
  } catch {
    return null;
  }
}

function publicPartOf(key: Readonly<Record<string, unknown>>): PublicKey {
  const members = familyOf(key)?.members ?? [];
  const texts = [...members, "kid", "alg"].flatMap((name) => {
    const value = key[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return { kty: String(key["kty"]), ...Object.fromEntries(texts) };
}
