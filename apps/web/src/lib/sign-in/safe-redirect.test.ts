import { expect, it } from "vitest";
import { safeRedirect } from "./safe-redirect.ts";

it.each([["/account"], ["/o/org_1/settings/keys?q=zap&status=all"], ["/o/org_1/settings/keys/key_1"]])(
  "follows %s",
  (path) => {
    expect(safeRedirect(path)).toBe(path);
  },
);

it.each([
  ["//evil.example"],
  ["/\\evil.example"],
  ["\\\\evil.example"],
  ["https://evil.example"],
  ["https:evil.example"],
  ["javascript:alert(1)"],
  ["/\t/evil.example"],
  ["/%09/evil.example"],
  ["/%0a/evil.example"],
  ["/./\\evil.example"],
  ["/x/..//evil.example"],
  ["account"],
  [""],
  [undefined],
  [7],
  ["/sign-in?redirect=/sign-in"],
])("goes home instead of to %j", (wanted) => {
  expect(safeRedirect(wanted)).toBe("/");
});

it("keeps what only looks like an address inside the app", () => {
  expect(safeRedirect("/@evil.example")).toBe("/@evil.example");
});

it("drops the part behind #, where tokens of links are", () => {
  expect(safeRedirect("/invite#token")).toBe("/invite");
});
