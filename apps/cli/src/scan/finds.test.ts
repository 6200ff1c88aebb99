import { expect, it } from "vitest";
import type { Find } from "./find.ts";
import { createFinds } from "./finds.ts";
import { toldOfScan } from "./told-of-scan.ts";

const aFind = (state: Find["state"], line: number): Find => ({
  path: "dump",
  line,
  column: 1,
  maskedToken: "kat_live_…0000",
  kind: "live",
  state,
  key: null,
  organization: null,
  outcome: null,
});

it("all are counted, and live ones are listed behind however many others", () => {
  const finds = createFinds(3);
  for (let line = 1; line <= 9; line += 1) finds.add(aFind("unknown", line));
  finds.add(aFind("live", 10));
  const { json, lines, notes, well } = toldOfScan(finds.soFar(), { files: 1, bytes: 9, unread: [] });
  expect([lines.length, well]).toEqual([4, false]);
  expect(lines.at(-1)).toMatch(/^dump:10:1 .* live$/);
  expect(json).toMatchObject({ tokens: 10, live: 1, found: [{}, {}, {}, { line: 10 }] });
  expect(notes?.join("\n")).toMatch(/10 tokens, 1 of them live or perhaps so; 6 are not listed\.$/);
});
