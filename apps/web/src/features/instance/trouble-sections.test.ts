import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { troubleSections } from "./trouble-sections.ts";

const operations = readFileSync(new URL("../../../../../docs/operations.md", import.meta.url), "utf8");

it("names sections that the operations page has, and codes that it explains", () => {
  for (const [trouble, section] of Object.entries(troubleSections)) {
    expect(operations).toMatch(new RegExp(`^#{2,3} ${section}$`, "m"));
    expect(operations, trouble).toContain(`\`${trouble}\``);
  }
});
