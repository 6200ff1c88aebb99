import { expect, it } from "vitest";
import { commonPasswords } from "./common-passwords.ts";
import { assertGoodPassword } from "./password-rules.ts";

const judge = (password: string) => () => assertGoodPassword(password, "ada.lovelace@example.com");

it.each([
  ["ten characters", "kTp#94!xwq"],
  ["128 characters", "abcd".repeat(32)],
  ["128 characters of two UTF-16 units", "🐎🐄🐖🐑".repeat(32)],
  ["a sentence with spaces", "the cow jumps over"],
  ["letters of any script", "правильная лошадь"],
])("takes %s", (_, password) => {
  expect(judge(password)).not.toThrow();
});

it.each([
  ["nine characters", "kTp#94!xw", "password_too_short"],
  ["nine characters of two UTF-16 units", "🐎🐄🐖🐑🐓🦆🐕🐈🐇", "password_too_short"],
  ["nothing", "", "password_too_short"],
  ["129 characters", `${"abcd".repeat(32)}e`, "password_too_long"],
  ["one of the most common", "password123", "password_too_common"],
  ["one of the most common in capitals", "QwertyUiop", "password_too_common"],
  ["three letters over and over", "abcabcabcabc", "password_too_common"],
  ["the e-mail address", "ada.lovelace@example.com", "password_too_common"],
  ["the e-mail address in capitals", "Ada.Lovelace@Example.com ", "password_too_common"],
  ["the name of the mailbox", "ada.lovelace", "password_too_common"],
])("refuses %s", (_, password, code) => {
  expect(judge(password)).toThrow(expect.objectContaining({ code }));
});

it("lists no common password that another rule refuses anyway", () => {
  const tooShort = [...commonPasswords].filter((password) => password.length < 10);

  expect(tooShort).toEqual([]);
  expect([...commonPasswords].every((password) => password === password.toLowerCase())).toBe(true);
});
