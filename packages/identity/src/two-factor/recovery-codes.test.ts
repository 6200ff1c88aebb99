import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { makeRecoveryCodes, normalizeRecoveryCode } from "./recovery-codes.ts";

it("ten codes of three groups, of which no two are alike", () => {
  const codes = makeRecoveryCodes(randomBytes);

  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
});

it("a code is the same however it was typed", () => {
  const [code = ""] = makeRecoveryCodes(randomBytes);

  expect(normalizeRecoveryCode(code)).toBe(code);
  expect(normalizeRecoveryCode(`  ${code.toUpperCase().replaceAll("-", " ")} `)).toBe(code);
  expect(normalizeRecoveryCode("OIL0-oil1-abcd")).toBe("0110-0111-abcd");
  expect(normalizeRecoveryCode("")).toBe("");
});
