import { expect, it } from "vitest";
import { keySetIn, mistakeInKeySet } from "./key-set.ts";

const key = { kty: "OKP", crv: "Ed25519", x: "abc" };

it("takes a set, or one key alone", () => {
  expect(keySetIn(JSON.stringify({ keys: [key] }))).toEqual({ keys: [key] });
  expect(keySetIn(JSON.stringify(key))).toEqual({ keys: [key] });
  for (const none of ["", "  ", '{"keys": []}']) expect(keySetIn(none)).toBeNull();
});

it.each([
  ["", null],
  [JSON.stringify({ keys: [key] }), null],
  ["-----BEGIN PUBLIC KEY-----", "form"],
  ["[]", "form"],
  ['{"keys": []}', "form"],
  ['{"keys": [1]}', "form"],
  ["null", "form"],
  [JSON.stringify({ ...key, d: "secret" }), "private"],
  [JSON.stringify({ keys: [key, { kty: "oct", k: "secret" }] }), "private"],
])("of %s says %s, before anything is sent", (text, mistake) => {
  expect(mistakeInKeySet(text)).toBe(mistake);
});
