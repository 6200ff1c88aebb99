import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createToken, hintOf, parseToken, publicKeyIdOf } from "./token.ts";
import { hashToken, isSameHash } from "./token-hash.ts";

const form = /^kat_(live|test)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/;
const published = `kat_live_0123456789ABCDEF.${"A".repeat(43)}3uMMLU`;

describe("a token", () => {
  it("has the published form, and reads back as what it was made for", () => {
    for (const environment of ["live", "test"] as const) {
      for (let i = 0; i < 1_000; i += 1) {
        const token = createToken("kat", environment, randomBytes);
        expect(token).toMatch(form);
        expect(parseToken("kat", token)).toEqual({ environment, publicKeyId: token.slice(9, 25) });
        expect(publicKeyIdOf("kat", token)).toBe(token.slice(9, 25));
        expect(hintOf(token)).toBe(token.slice(-4));
      }
    }
  });

  it("carries the checksum that scanners can compute too", () => {
    expect(parseToken("kat", published)).toEqual({
      environment: "live",
      publicKeyId: "0123456789ABCDEF",
    });
  });

  it("is nothing any more when any one character changes", () => {
    const characters = fc.constantFrom(
      ..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._ é",
    );
    fc.assert(
      fc.property(fc.nat(published.length - 1), characters, (index, character) => {
        fc.pre(published[index] !== character);
        const changed = published.slice(0, index) + character + published.slice(index + 1);
        expect(parseToken("kat", changed)).toBeNull();
      }),
    );
  });

  it("is nothing when it is cut, lengthened or of another brand", () => {
    const others = [published.slice(0, -1), `${published}=`, `${published}\n`, ` ${published}`, ""];
    for (const other of [...others, published.replace("kat", "dog"), published.replace("live", "LIVE")]) {
      expect(parseToken("kat", other), other).toBeNull();
    }
    expect(parseToken("dog", published)).toBeNull();
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseToken("kat", text)).toBeNull();
      }),
    );
  });

  it("uses every character equally often", () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2_000; i += 1) {
      for (const c of createToken("kat", "live", randomBytes).slice(9, -6).replace(".", "")) {
        counts.set(c, (counts.get(c) ?? 0) + 1);
      }
    }
    const expected = (2_000 * 59) / 62;
    const deviation = [...counts.values()].map((n) => (n - expected) ** 2 / expected);
    expect(counts.size).toBe(62);
    // Chi-squared with 61 degrees of freedom exceeds 121 once in 100,000 runs.
    expect(deviation.reduce((a, b) => a + b)).toBeLessThan(121);
  });

  it("is recognized by its hash, and by no other", () => {
    const token = createToken("kat", "live", randomBytes);
    expect(hashToken(token)).toHaveLength(32);
    expect(isSameHash(hashToken(token), hashToken(token))).toBe(true);
    expect(isSameHash(hashToken(token), hashToken(`${token} `))).toBe(false);
    expect(isSameHash(hashToken(token), new Uint8Array(0))).toBe(false);
  });
});
