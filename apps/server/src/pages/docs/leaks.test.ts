import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createToken, defaultBrand, tokenKinds, tokenPatternOf } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aServer } from "../../../testing/server.ts";
import { readGuide } from "./guides.ts";

const guide = readGuide("leaks");
const operations = readFileSync(new URL("../../../../../docs/operations.md", import.meta.url), "utf8");

/** What stands in a block of this language, as the tool that it is for reads it. */
const patternIn = (language: string, form: RegExp, text = guide) => {
  const [, block = ""] = new RegExp(`\`\`\`${language}\n([^\`]+)\`\`\``).exec(text) ?? [];
  return form.exec(block)?.[1]?.trim() ?? `no pattern in ${language}`;
};

const published = {
  "the guide": patternIn("text", /^(.+)$/m),
  gitleaks: patternIn("toml", /^regex = '''(.+)'''$/m),
  trufflehog: patternIn("yaml", /^ +token: '\((.+)\)'$/m),
  grep: patternIn("bash", /grep -nE '(.+)'/),
  "grep, in docs/operations.md": /grep -nE '(kat_.+)'/.exec(operations)?.[1] ?? "no pattern",
  "grep, in the guide to keys": /grep -nE '(kat_.+)'/.exec(readGuide("api-keys"))?.[1] ?? "no pattern",
};

describe.each(Object.entries(published))("the pattern for %s", (_, pattern) => {
  const found = (text: string) => text.match(new RegExp(pattern, "g")) ?? [];

  it("is the one that there is", () => {
    expect(pattern.replace("(?:", "(")).toBe(tokenPatternOf(defaultBrand).replace("(?:", "("));
  });

  it.each(tokenKinds)("finds every token that is issued, wherever it stands: %s", (kind) => {
    for (let i = 0; i < 200; i += 1) {
      const token = createToken(defaultBrand, kind, randomBytes);
      for (const text of [token, `KEY="${token}"`, `Bearer ${token}\n`, `a,${token},b`]) {
        expect(found(text)).toEqual([token]);
      }
    }
  });

  it("finds nothing that is nearly one", () => {
    const token = createToken(defaultBrand, "live", randomBytes);
    const [start = "", secret = ""] = token.split(".");
    const near = [
      `${start}_${secret}`,
      `${start}.${secret.slice(1)}`,
      `${start.slice(0, -1)}.${secret}`,
      `${start}.-${secret.slice(1)}`,
      token.replace("live", "prod"),
      token.replace("kat_", "cat_"),
      token.replace("_live_", "-live-"),
      token.toUpperCase(),
      `${start}.${secret.slice(0, 24)} ${secret.slice(24)}`,
    ];
    for (const text of near) expect([text, found(text)]).toEqual([text, []]);
  });
});

it("gitleaks and trufflehog look for the pattern only where its beginning is", () => {
  expect(guide).toMatch(/^keywords = \["kat_"\]$/m);
  expect(guide).toMatch(/^ {4}keywords:\n {6}- kat_$/m);
});

it("is served with the brand of the installation, which then finds its tokens", async () => {
  const server = await aServer({
    wrap: (services) => ({ ...services, desk: { ...services.desk, brand: "acme" } }),
  });
  const { text } = await server.send("/docs/leaks.md");
  const pattern = patternIn("toml", /^regex = '''(.+)'''$/m, text);
  expect(pattern).toBe(tokenPatternOf("acme"));
  expect(createToken("acme", "live", randomBytes)).toMatch(new RegExp(`^${pattern}$`));
});
