import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSignedBy } from "./signed-by-github.ts";

/** As GitHub publishes them for its partners to test with. */
const key = createPublicKey(`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9MJJHnMfn2+H4xL4YaPDA4RpJqUqkCmRCBnYERxZanmcpzQSXs1X/AljlKkbJ8qpVIW4clayyef9gWhFbNHWAA==
-----END PUBLIC KEY-----`);
const payload = '[{"token":"some_token","type":"some_type","url":"some_url"}]';
const signature =
  "MEUCIQDKZokqnCjrRtw0tni+2Ltvl/uiMJ1EGumEsp1BsNr32AIgQY1YXD2nlj+XNfGK4rBfkMJ1JDOQcYXxa2sY8FNkrKc=";

const isSigned = (body: string, bytes = Buffer.from(signature, "base64")) =>
  isSignedBy(key, Buffer.from(body), { keyIdentifier: "", bytes });

describe("GitHub's published example", () => {
  it("is signed", async () => {
    expect(await isSigned(payload)).toBe(true);
  });

  it("is not once it was written anew, with the same content", async () => {
    for (const other of [JSON.stringify(JSON.parse(payload), null, 2), `${payload}\n`, payload.slice(1)]) {
      expect(await isSigned(other)).toBe(false);
    }
  });

  it("is signed as well by its twin with the other s: the same signer, the same bytes, and GitHub promises neither", async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const low = Buffer.from(signature, "base64");
    const high = (order - BigInt(`0x${low.subarray(-32).toString("hex")}`)).toString(16).padStart(64, "0");
    // Its first bit is set: a zero keeps it positive, and the lengths before it grow by one.
    const twin = Buffer.from(`3046${low.subarray(2, 37).toString("hex")}022100${high}`, "hex");
    expect(await isSigned(payload, twin)).toBe(true);
    expect(await isSigned(`${payload} `, twin)).toBe(false);
  });

  it("is not when any bit of the signature is another", async () => {
    const right = Buffer.from(signature, "base64");
    for (let bit = 0; bit < right.length * 8; bit += 1) {
      const wrong = Buffer.from(right);
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await isSigned(payload, wrong)).toBe(false);
    }
  });
});

/** DER, by hand: what a writer of it would not write as well. */
const der = (tag: number, content: Buffer, length = Buffer.from([content.length])) =>
  Buffer.concat([Buffer.from([tag]), length, content]);
const bytesOf = (value: bigint) => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
  return (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
};
const int = (value: bigint) => der(2, bytesOf(value));
const sequence = (...parts: readonly Buffer[]) => der(48, Buffer.concat(parts));
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const field = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;

/** Right, but for how or of what it is written: the kinds that the vectors of Project Wycheproof are of. */
describe("a signature of our own", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const body = Buffer.from(payload);
  const raw = sign("sha256", body, { key: privateKey, dsaEncoding: "ieee-p1363" });
  const [r, s] = [raw.subarray(0, 32), raw.subarray(32)].map((half) =>
    BigInt(`0x${half.toString("hex")}`),
  ) as [bigint, bigint];
  const holds = (bytes: Buffer, key = publicKey) => isSignedBy(key, body, { keyIdentifier: "", bytes });
  const content = Buffer.concat([int(r), int(s)]);
  const negative = (value: bigint) => der(2, Buffer.from((2n ** 264n - value).toString(16), "hex"));

  it("holds as DER", async () => {
    expect(await holds(sequence(int(r), int(s)))).toBe(true);
  });

  it.each<[string, Buffer]>([
    ["r is 0", sequence(int(0n), int(s))],
    ["s is 0", sequence(int(r), int(0n))],
    ["both are 0", sequence(int(0n), int(0n))],
    ["both are 1", sequence(int(1n), int(1n))],
    ["r is the order", sequence(int(order), int(s))],
    ["s is the order", sequence(int(r), int(order))],
    ["r is larger by the order", sequence(int(r + order), int(s))],
    ["s is larger by the order", sequence(int(r), int(s + order))],
    ["r is larger by the field", sequence(int(r + field), int(s))],
    ["both are the field", sequence(int(field), int(field))],
    ["r is larger by 2^256", sequence(int(r + 2n ** 256n), int(s))],
    ["r has kilobytes", sequence(der(2, Buffer.alloc(3_000, 1), Buffer.from("820bb8", "hex")), int(s))],
    ["r is negative", sequence(negative(r), int(s))],
    ["s is negative", sequence(int(r), negative(s))],
    ["r is less by the order", sequence(negative(order - r), int(s))],
    ["r has a zero before it", sequence(der(2, Buffer.concat([Buffer.of(0), bytesOf(r)])), int(s))],
    ["r has no bytes", sequence(der(2, Buffer.alloc(0)), int(s))],
    ["r is text", sequence(der(12, bytesOf(r)), int(s))],
    ["it has r alone", sequence(int(r))],
    ["it has a third number", sequence(int(r), int(s), int(1n))],
    ["it is a set", der(49, content)],
    ["it is of another length", der(48, content, Buffer.of(content.length - 1))],
    ["its length is written long", der(48, content, Buffer.of(0x81, content.length))],
    ["its length is written longer", der(48, content, Buffer.of(0x82, 0, content.length))],
    ["its length is left open", Buffer.concat([Buffer.of(48, 0x80), content, Buffer.of(0, 0)])],
    ["its length is enormous", der(48, content, Buffer.from("88ffffffffffffffff", "hex"))],
    ["it goes on", Buffer.concat([sequence(int(r), int(s)), Buffer.of(0)])],
    ["it goes on within", sequence(int(r), int(s), Buffer.of(5, 0))],
    ["it is cut off", sequence(int(r), int(s)).subarray(0, -1)],
    ["it is the two numbers alone", raw],
    ["it is the other way round", sequence(int(s), int(r))],
  ])("does not when %s", async (_, bytes) => {
    expect(await holds(bytes)).toBe(false);
  });

  it("does not by another key, of the same curve or another one, or over another digest", async () => {
    const bytes = sequence(int(r), int(s));
    for (const namedCurve of ["prime256v1", "secp384r1", "secp256k1"]) {
      const other = generateKeyPairSync("ec", { namedCurve });
      expect(await holds(bytes, other.publicKey)).toBe(false);
      expect(await holds(sign("sha256", body, other.privateKey))).toBe(false);
    }
    expect(await holds(sign("sha512", body, privateKey))).toBe(false);
    expect(await holds(sign("sha1", body, privateKey))).toBe(false);
  });
});
