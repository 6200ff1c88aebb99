import * as fc from "fast-check";
import { expect, it } from "vitest";
import { csvOf } from "./csv.ts";

it("writes lines that end as RFC 4180 says, and quotes what would break them", () => {
  const rows = [
    ["key", "served"],
    ['Zapier, "new"', 12],
    ["two\r\nlines", 0],
    ["", -3],
  ];
  expect(csvOf(rows)).toBe('key,served\r\n"Zapier, ""new""",12\r\n"two\r\nlines",0\r\n,-3\r\n');
});

it("does not let a cell end within a text and a formula begin, where a semicolon separates", () => {
  expect(csvOf([["a;=1+1;b;@x", "a = b; -c"]])).toBe("a;'=1+1;b;'@x,a = b; -c\r\n");
});

it.each(["=1+1", "+49", "-x", "@SUM(A1)", "\t=1", "\0=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A1"])(
  "does not let a spreadsheet run %j",
  (text) => {
    expect(csvOf([[text]]).replace(/^"/, "")).toMatch(/^'/);
  },
);

it("can be read back, and no cell of text begins as a formula does", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."=+-@\t\0\r\n\",'a ") });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (rows) => {
      const read = readBack(csvOf(rows));
      expect(read.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n\0])/, "")))).toEqual(
        rows.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n\0])/, ""))),
      );
      for (const cells of read) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0]/);
    }),
  );
});

/** A plain reader of RFC 4180. */
function readBack(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
