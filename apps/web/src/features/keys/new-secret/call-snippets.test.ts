import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { callSnippets } from "./call-snippets.ts";

function codeOf(snippets: readonly { label: string; code: string }[], label: string): string {
  return snippets.find((snippet) => snippet.label === label)?.code ?? "";
}

it("calls this installation in every language", () => {
  for (const { code } of callSnippets("https://keys.example.com")) {
    expect(code).toContain("https://keys.example.com/v1/user");
  }
});

it("reads the token from the environment in every request", () => {
  for (const { code } of callSnippets("https://keys.example.com")) {
    expect(code).toContain("KATKEY_API_KEY");
    expect(code).not.toMatch(/kat_(live|test)_/);
  }
});

it("offers JavaScript that is valid as a module", () => {
  const code = codeOf(callSnippets("https://keys.example.com"), "JavaScript");
  const check = () => execFileSync(process.execPath, ["--input-type=module", "--check"], { input: code });
  expect(check).not.toThrow();
});

it("offers the Python that the guide explains", () => {
  const guide = resolve(import.meta.dirname, "../../../../../server/src/pages/docs/guides/api-keys.md");
  const code = codeOf(callSnippets("https://keys.example.com"), "Python");
  expect(readFileSync(guide, "utf8")).toContain(`\`\`\`python\n${code}\n\`\`\``);
});
