import { afterAll, expect, it } from "vitest";
import { openCalls } from "../in-process/calls.ts";
import { pairs } from "../in-process/task.ts";
import { generate, tokensInUse } from "./generate.ts";
import { removeTemporaryDirectories } from "../measure.ts";

afterAll(removeTemporaryDirectories);

it("every generated key and access token is one that verify and admit know", async () => {
  const measure = openCalls(await generate(1_000));
  for (const pair of pairs) expect(await measure({ ...pair, calls: 1_000 })).toBeGreaterThan(0);
});

it("no key is in use twice", () => {
  expect(new Set(tokensInUse({ keys: 10_000 }, 10_000)).size).toBe(10_000);
});
