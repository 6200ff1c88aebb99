import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedOf } from "./folded.ts";

const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("I", "İ", "ı", "ς", "ẞ", "\u0307", "\u0345", "\u0301", "\u200b", "\u00ad", "ﬃ", "K"),
  ),
});

describe("names that are compared", () => {
  it.each([
    ["straße", "STRASSE"],
    ["STRAẞE", "straße"],
    ["ΟΔΟΣ", "οδοσ"],
    ["ΟΔΟΣ", "οδος"],
    ["Zapier", "Zap\u200bier"],
    ["Zapier", "zap\u00adier"],
    ["Zapier", "Ｚａｐｉｅｒ"],
    ["Zapier", "\u3164Zapier\u{e0020}"],
    ["été", "E\u0301TE\u0301"],
    ["e\u200b\u0301", "é"],
  ])("%j and %j are one", (name, same) => {
    expect(foldedOf(name)).toBe(foldedOf(same));
  });

  it.each([
    ["Zapier", "Zapper"],
    ["ete", "été"],
    ["a b", "ab"],
  ])("%j and %j are two", (name, other) => {
    expect(foldedOf(name)).not.toBe(foldedOf(other));
  });

  it("stay as they are when they are folded again, every character by itself and all together", () => {
    for (let code = 0; code <= 0x10_ffff; code += 1) {
      const folded = foldedOf(String.fromCodePoint(code));
      if (foldedOf(folded) !== folded) expect.unreachable(`U+${code.toString(16)}`);
    }
    fc.assert(
      fc.property(text, (name) => {
        expect(foldedOf(foldedOf(name))).toBe(foldedOf(name));
      }),
      { numRuns: 2_000 },
    );
  });

  it("do not differ by case", () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(foldedOf(name.toUpperCase())).toBe(foldedOf(name.toLowerCase().toUpperCase()));
        expect(foldedOf(name.normalize("NFKC").toUpperCase())).toBe(foldedOf(name));
      }),
      { numRuns: 2_000 },
    );
  });
});
