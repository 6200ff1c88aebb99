import { generateKeyPairSync, type KeyPairKeyObjectResult } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPublicKeys, thumbprintOf } from "./public-key.ts";

const publicOf = ({ publicKey }: KeyPairKeyObjectResult) => ({ ...publicKey.export({ format: "jwk" }) });
const privateOf = ({ privateKey }: KeyPairKeyObjectResult) => ({ ...privateKey.export({ format: "jwk" }) });

const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });
const edwards = generateKeyPairSync("ed25519");
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const short = generateKeyPairSync("rsa", { modulusLength: 1024 });

const read = (...keys: readonly Readonly<Record<string, unknown>>[]) => readPublicKeys({ keys });

describe("a set of public keys", () => {
  it("is read to what makes each a key, and by what it is chosen", () => {
    const keys = [
      { ...publicOf(elliptic), kid: "one", alg: "ES256", use: "sig", x5t: "x", ext: true },
      { ...publicOf(edwards), kid: "two", key_ops: ["verify"] },
      { ...publicOf(rsa), kid: "three" },
    ];
    expect(read(...keys)).toEqual([
      { ...publicOf(elliptic), kid: "one", alg: "ES256" },
      { ...publicOf(edwards), kid: "two" },
      { ...publicOf(rsa), kid: "three" },
    ]);
    expect(read()).toEqual([]);
  });

  it.each([elliptic, edwards, rsa])("is refused with a private key in it, which is not repeated", (pair) => {
    const key = privateOf(pair);
    const told = read({ ...publicOf(elliptic), kid: "a" }, { ...key, kid: "b" });
    expect(told).toMatch(/^Key 2: it holds a secret \(d\)\. .*others have seen it\.$/);
    expect(told).not.toContain(key.d);
  });

  it.each([
    [{ kty: "oct", k: "c2VjcmV0" }, "holds a secret (k)"],
    [{ kty: "oct" }, "it must be RSA, EC with P-256, or OKP with Ed25519"],
    [{ ...publicOf(elliptic), crv: "P-384" }, "it must be RSA"],
    [{ ...publicOf(elliptic), kty: "__proto__" }, "it must be RSA"],
    [{ ...publicOf(elliptic), y: "AAAA" }, "it is no key"],
    [{ ...publicOf(elliptic), y: undefined }, "a member is missing"],
    [{ ...publicOf(edwards), x: "AAAA" }, "it is no key"],
    [{ ...publicOf(elliptic), use: "enc" }, "not for signatures (use)"],
    [{ ...publicOf(elliptic), key_ops: ["sign"] }, "(key_ops)"],
    [{ ...publicOf(elliptic), alg: "HS256" }, "can be signed by ES256 (alg)"],
    [{ ...publicOf(elliptic), alg: "none" }, "(alg)"],
    [{ ...publicOf(rsa), alg: "ES256" }, "PS256 or RS256"],
    [{ ...publicOf(elliptic), kid: "" }, "its kid"],
    [{ ...publicOf(elliptic), kid: 7 }, "its kid"],
    [publicOf(short), "it has 1024 bits"],
    [{ ...publicOf(rsa), e: "AQABAQABAQAB" }, "exponent"],
  ])("is refused with %o", (key, fault) => {
    expect(read(key)).toContain(fault);
  });

  it("tells its keys apart, and is short", () => {
    const key = publicOf(elliptic);
    expect(read(key, publicOf(edwards))).toContain("a kid of its own");
    expect(read({ ...key, kid: "a" }, { ...publicOf(edwards), kid: "a" })).toContain("a kid of its own");
    const many = Array.from({ length: 11 }, (_, i) => ({ ...key, kid: String(i) }));
    expect(read(...many)).toContain("at most 10");
  });
});

it("names a key by the thumbprint that RFC 7638 §3.1 gives its own", () => {
  const n =
    "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
  const key = { kty: "RSA", n, e: "AQAB", alg: "RS256", kid: "2011-04-29" };
  expect(thumbprintOf(key)).toBe("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
});
