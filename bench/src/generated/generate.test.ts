import { afterAll, expect, it } from "vitest";
import { openCalls } from "../in-process/calls.ts";
import { draws, verbs } from "../in-process/task.ts";
import { generate, tokensInUse } from "./generate.ts";
import { removeTemporaryDirectories } from "../measure.ts";

afterAll(removeTemporaryDirectories);

it("every generated key is one that verify and admit know", async () => {
  const measure = openCalls(await generate(1_000));
  for (const verb of verbs) {
    for (const draw of draws) expect(await measure({ verb, draw, calls: 1_000 })).toBeGreaterThan(0);
  }
});

it("no key is in use twice", () => {
  expect(new Set(tokensInUse({ keys: 10_000 }, 10_000)).size).toBe(10_000);
});
