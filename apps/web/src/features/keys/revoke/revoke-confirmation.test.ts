import { expect, it } from "vitest";
import { isSameName, wasUsedToday } from "./revoke-confirmation.ts";

const now = Date.parse("2026-03-02T12:00:00Z");

it("asks for the name only when the key was used within 24 hours", () => {
  expect(wasUsedToday(null, now)).toBe(false);
  expect(wasUsedToday({ at: "2026-03-01T12:00:00.000Z" }, now)).toBe(false);
  expect(wasUsedToday({ at: "2026-03-01T12:00:00.001Z" }, now)).toBe(true);
});

it("takes a name as people type it", () => {
  expect(isSameName(" Cafe\u0301 ", "Café")).toBe(true);
  expect(isSameName("zapier", "Zapier")).toBe(false);
  expect(isSameName("", "Zapier")).toBe(false);
});
