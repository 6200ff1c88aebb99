import { createPublicKey } from "node:crypto";
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
