import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../../http/problem.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";

/** The value, or the code of the refusal. Any other error is thrown. */
function read(sent: string | undefined): string | null {
  try {
    return idempotencyKeyOf(sent === undefined ? {} : { "idempotency-key": sent });
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

const refused = "idempotency_key_invalid";

describe("Idempotency-Key", () => {
  it("that is not there is none", () => {
    expect(read(undefined)).toBeNull();
  });

  it.each([
    ["order-4711", "order-4711"],
    ["8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324"],
    ["a", "a"],
    ["!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"],
    ["x".repeat(255), "x".repeat(255)],
    ['"order-4711"', "order-4711"],
    ['"an order"', "an order"],
    [String.raw`"a \"b\" \\ c"`, String.raw`a "b" \ c`],
    [`"${"x".repeat(255)}"`, "x".repeat(255)],
    [`"${'\\"'.repeat(255)}"`, '"'.repeat(255)],
  ])("%s is the value %s", (sent, value) => {
    expect(read(sent)).toBe(value);
  });

  it.each([
    ["nothing", ""],
    ["an empty string", '""'],
    ["256 characters", "x".repeat(256)],
    ["256 characters in quotes", `"${"x".repeat(256)}"`],
    ["10,000 characters", "x".repeat(10_000)],
    ["a quote that is not closed", '"order'],
    ["a lone quote", '"'],
    ["a quote within quotes", '"a"b"'],
    ["an escape of something else", String.raw`"a\b"`],
    ["an escape of nothing", String.raw`"a\"`],
    ["a parameter", '"order";v=1'],
    ["two values, joined on the way", "a, b"],
    ["two strings, joined on the way", '"a", "b"'],
    ["a space", "an order"],
    ["a tab", "a\tb"],
    ["a tab in quotes", '"a\tb"'],
    ["a line break", "a\nb"],
    ["NUL", "a\u0000b"],
    ["DEL", "a\u007Fb"],
    ["a letter beyond ASCII", "bestellung-ä"],
    ["a letter beyond ASCII in quotes", '"ä"'],
    ["an emoji", "💩"],
  ])("of %s is refused", (_, sent) => {
    expect(read(sent)).toBe(refused);
  });

  it("in quotes is what was quoted, whatever it was", () => {
    const printable = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 255 });
    fc.assert(
      fc.property(printable, (value) => {
        expect(read(`"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)).toBe(value);
      }),
    );
  });

  it("is read or refused, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (sent) => {
        const value = read(sent);
        expect(value === refused || /^[ -~]{1,255}$/.test(value ?? "")).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
