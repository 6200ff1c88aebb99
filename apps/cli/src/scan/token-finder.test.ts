import { randomBytes } from "node:crypto";
import { createToken, tokenKinds } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { createTokenFinder } from "./token-finder.ts";

const token = createToken("kat", "live", randomBytes);

/** What is found in a text that comes in pieces of so many bytes. */
function foundIn(text: string | Buffer, size = 1 << 18, brand = "kat") {
  const find = createTokenFinder(brand);
  const bytes = Buffer.from(text);
  const found = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...find(bytes.subarray(at, at + size)));
  return found;
}

describe("tokens in a file", () => {
  it("are found by line and column, of every kind", () => {
    const tokens = tokenKinds.map((kind) => createToken("kat", kind, randomBytes));
    const text = tokens.map((one, index) => `${" ".repeat(index)}KEY="${one}"`).join("\n");
    expect(foundIn(text)).toEqual(
      tokens.map((one, index) => ({ token: one, line: index + 1, column: index + 6 })),
    );
  });

  it("are found in what is no text, beside each other, and within what only looks like one", () => {
    const noise = randomBytes(1_000);
    const bytes = Buffer.concat([noise, Buffer.from(token), noise]);
    expect(foundIn(bytes).map((found) => found.token)).toContain(token);
    expect(foundIn(token + token).map(({ column }) => column)).toEqual([1, token.length + 1]);
    const begun = `kat_live_0123456789abcdef.${"A".repeat(20)}${token.slice(0, 9)}`;
    expect(foundIn(`kat_live_kat_live_${token}`).at(-1)).toEqual({ token, line: 1, column: 19 });
    expect(foundIn(begun)).toEqual([]);
  });

  it("are those of the brand", () => {
    expect(foundIn(token, 99, "acme")).toEqual([]);
    const own = createToken("acme", "test", randomBytes);
    expect(foundIn(`x${own}x`, 99, "acme")).toEqual([{ token: own, line: 1, column: 2 }]);
  });

  it("are found once, at the same place, wherever the bytes are cut", () => {
    const parts = [
      ...tokenKinds.map((kind) => createToken("kat", kind, randomBytes)),
      "\n",
      "\n\n",
      "kat_",
      "kat_live_",
      "é",
      " ".repeat(80),
      token.slice(0, 40),
      token.slice(20),
      token,
    ];
    for (let step = 1; step <= parts.length; step += 1) {
      // Each time in another order.
      const text = parts.map((_, index) => parts[(index * step + step) % parts.length]).join("");
      const whole = foundIn(text);
      expect(whole.length).toBeGreaterThan(0);
      for (let size = 1; size <= 160; size += 1) expect(foundIn(text, size)).toEqual(whole);
      const lines = text.split("\n").map((line) => Buffer.from(line));
      for (const found of whole) {
        const at = found.column - 1;
        expect(lines[found.line - 1]?.subarray(at, at + found.token.length).toString()).toBe(found.token);
      }
    }
  });
});
