import { expect, it } from "vitest";
import { pathOfTarget } from "./request-target.ts";

it.each([
  ["/", "/"],
  ["/v1/keys?limit=1", "/v1/keys?limit=1"],
  ["//user@host[/", "//user@host[/"],
  ["*", "*"],
  ["http://other.example/v1/user?x=1", "/v1/user?x=1"],
  ["HTTPS://other.example:8443", "/"],
  ["http://other.example?x=1", "/?x=1"],
  ["http://[2001:db8::1]/v1", "/v1"],
])("%s asks for %s", (target, path) => {
  expect(pathOfTarget(target)).toBe(path);
});

it.each([
  "",
  "http://[",
  "http://",
  "http:///v1",
  "http://a:99999/",
  "ftp://a/",
  "v1",
  "//a@[#x",
  "/v1/\u00e4",
  "/a b",
])("%j asks for nothing", (target) => {
  expect(pathOfTarget(target)).toBeNull();
});
