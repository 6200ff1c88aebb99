import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { storeSnippets } from "./store-snippets.ts";

const token = `kat_live_${"a".repeat(16)}.${"B".repeat(49)}`;

function codeOf(snippets: readonly { label: string; code: string }[], label: string): string {
  return snippets.find((snippet) => snippet.label === label)?.code ?? "";
}

it("hands the token to a POSIX shell unchanged", () => {
  const store = codeOf(storeSnippets("KATKEY_API_KEY", token), "macOS / Linux");
  const seen = execFileSync("sh", ["-c", `${store}; printf %s "$KATKEY_API_KEY"`], { encoding: "utf8" });
  expect(seen).toBe(token);
});

it.each(["it's", "$HOME", "`id`", 'a"b', "a\\b", "''"])("keeps %s literal in a shell", (text) => {
  const store = codeOf(storeSnippets("KATKEY_API_KEY", text), "macOS / Linux");
  const seen = execFileSync("sh", ["-c", `${store}; printf %s "$KATKEY_API_KEY"`], { encoding: "utf8" });
  expect(seen).toBe(text);
});

it("doubles single quotes for PowerShell", () => {
  expect(codeOf(storeSnippets("KATKEY_API_KEY", "it's"), "PowerShell")).toBe("$Env:KATKEY_API_KEY = 'it''s'");
});

it("writes a line that a .env file can hold", () => {
  expect(codeOf(storeSnippets("KATKEY_API_KEY", token), ".env")).toBe(`KATKEY_API_KEY=${token}`);
});
