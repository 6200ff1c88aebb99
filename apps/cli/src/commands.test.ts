import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Command } from "./command/command.ts";
import { commands } from "./commands.ts";

const page = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
const lines = commands.flatMap((group) => group.commands);

/** As the page has it. */
function rowOf(
  { name, about }: (typeof lines)[number],
  { arguments: takes = {}, options = {} }: Command,
): string {
  const typed = [name, ...Object.values(takes).map(({ takes: form }) => form)].join(" ");
  const declared = Object.entries(options).map(([option, { takes: form }]) =>
    form === undefined ? `\`--${option}\`` : `\`--${option} ${form}\``,
  );
  return `| \`${typed}\` | ${declared.join(", ")} | ${about} |`;
}

describe("docs/cli.md", () => {
  it("lists every command that there is, in the order of the help, with its options", async () => {
    const rows = await Promise.all(lines.map(async (line) => rowOf(line, await line.load())));
    const [, table = ""] = page.split(/^## Commands$/m);
    const [section = ""] = table.split(/^## /m);
    const listed = section.split("\n").filter((row) => row.startsWith("| `"));
    expect(listed).toEqual(rows);
  });

  it("says what the commands exit with", () => {
    expect([...page.matchAll(/^\| (\d) \|/gm)].map(([, code]) => code)).toEqual(["0", "1", "2"]);
  });
});

describe("every command", () => {
  it.each(lines.map((line) => [line.name, line] as const))(
    "%s has an example of itself",
    async (name, line) => {
      const { example } = await line.load();
      expect(example).toContain(`katkey ${name}`);
    },
  );

  it("is about something in a sentence, and named once", () => {
    expect(lines.filter(({ about }) => about.endsWith("."))).toEqual([]);
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
  });
});
