import { expect, it } from "vitest";
import { loopbackRedirect } from "./loopback.ts";

const home = "http://localhost:3000";

it.each([
  ["127.0.0.1:3000", "/sign-in?redirect=%2Fo", "http://localhost:3000/sign-in?redirect=%2Fo"],
  ["[::1]:3000", "/", "http://localhost:3000/"],
  ["localhost:3000", "/", null],
  ["127.0.0.1:4000", "/", null],
  ["192.0.2.1:3000", "/", null],
  ["keys.example.com", "/", null],
  ["127.0.0.1:3000", "//evil.example", null],
  ["127.0.0.1:3000", "/\\evil.example", null],
  ["nonsense host", "/", null],
  [undefined, "/", null],
] as const)("whoever asks %s for %s is sent to %s", (host, path, target) => {
  expect(loopbackRedirect(home, host, path)).toBe(target);
});

it("leaves installations alone that live elsewhere", () => {
  expect(loopbackRedirect("https://keys.example.com", "127.0.0.1:3000", "/")).toBeNull();
});
