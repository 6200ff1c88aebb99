import { expect, it } from "vitest";
import { listed, tableOf } from "./table.ts";

it("lines up what is wider than its letters count: pictures and Chinese, and narrower: accents of their own", () => {
  const rows = [
    ["👩‍💻 Shop", "|"],
    ["日本語", "|"],
    ["e\u0301te\u0301", "|"],
    ["Plain", "|"],
  ];
  expect(tableOf(rows)).toEqual(["👩‍💻 Shop  |", "日本語   |", "e\u0301te\u0301      |", "Plain    |"]);
});

it("keeps each row on one line for a program, however long it is", () => {
  const row = ["key_1", "x".repeat(300), "end"];
  expect(listed([row], null)).toEqual([row.join("  ")]);
  expect(listed([row], 80)).toEqual(["key_1", `  ${"x".repeat(300)}`, "  end"]);
});

it("no name makes up a row", () => {
  expect(listed([["key_1", "Shop\nkey_2\tFake", "end"]], null)).toEqual([
    "key_1  Shop\u{fffd}key_2\u{fffd}Fake  end",
  ]);
});

it("says that there are none", () => {
  expect(listed([], 80)).toEqual(["There are none."]);
});
