import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { verifySnippets } from "./verify-snippets.ts";

const snippets = verifySnippets("https://keys.example.com", "acme");

it("asks this installation in every language, with the token read from the environment", () => {
  for (const { code } of snippets) {
    expect(code).toContain("https://keys.example.com/v1/verify");
    expect(code).toContain("KATKEY_SERVICE_TOKEN");
    expect(code).not.toMatch(/kat_|_svc_/);
  }
});

it("offers JavaScript that is valid as a module", () => {
  const code = snippets.find(({ label }) => label === "JavaScript")?.code ?? "";
  const check = () => execFileSync(process.execPath, ["--input-type=module", "--check"], { input: code });
  expect(code).not.toBe("");
  expect(check).not.toThrow();
});

it("offers a line for a shell that sends the question as JSON", () => {
  const code = snippets.find(({ label }) => label === "cURL")?.code ?? "";
  const script = `curl() { printf %s "$7"; }\n${code}`;
  expect(JSON.parse(execFileSync("sh", ["-c", script], { encoding: "utf8" }))).toHaveProperty(
    "token",
    "acme_live_…",
  );
});
