import { createPrivateKey, hkdfSync } from "node:crypto";
import type { JWK } from "oidc-provider";

const bytes = 32;

/** The head of an Ed25519 key in PKCS #8, before its 32 bytes (RFC 8410 §7). */
const ed25519 = Buffer.from("302e020100300506032b657004220420", "hex");

/** What signs the protocol's cookies. */
export function cookieKeyOf(secret: string): string {
  return derive(secret, "oauth cookies").toString("base64url");
}

/** The library wants one, though nothing is signed with it: no token of ours is a JWT. */
export function signingKeyOf(secret: string): JWK {
  const der = Buffer.concat([ed25519, derive(secret, "oauth signatures")]);
  const { d = "", x = "" } = createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({
    format: "jwk",
  });
  return { kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", d, x };
}

/** The key of what is stored under an id, without which nobody reads it: only the id's hash is stored. */
export function sealingKeyOf(id: string): Buffer {
  return derive(id, "oauth artifact");
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, bytes));
}
