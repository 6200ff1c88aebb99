import { describe, expect, it } from "vitest";
import { stepOfCode } from "./step-of-code.ts";

// RFC 6238, appendix B, without the first two of its eight digits.
const secret = "12345678901234567890";
const vectors = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
] as const;

describe("the code of RFC 6238", () => {
  it.each(vectors)("at second %s is %s", (seconds, code) => {
    expect(stepOfCode(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it.each(vectors.slice(1))(
    "at second %s counts 30 seconds too early and too late, and no longer",
    (seconds, code) => {
      const at = seconds * 1_000;
      const step = Math.floor(seconds / 30);
      expect(stepOfCode(secret, code, at - 30_000)).toBe(step);
      expect(stepOfCode(secret, code, at + 30_000)).toBe(step);
      expect(stepOfCode(secret, code, at - 60_000)).toBeNull();
      expect(stepOfCode(secret, code, at + 60_000)).toBeNull();
    },
  );

  it.each(["", "28708", "2870820", "２８７０８２", "28708x"])("is not %j", (code) => {
    expect(stepOfCode(secret, code, 59_000)).toBeNull();
  });
});
