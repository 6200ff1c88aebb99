import { expect, it } from "vitest";
import { disk } from "./disk.ts";

it("on a full disk verifies and revokes, refuses every other change, and goes on by itself", async ({
  annotate,
  skip,
}) => {
  const { violations, operations, worst, skipped } = await disk({ rounds: 1 });
  skip(skipped !== undefined, skipped);
  expect(violations).toEqual([]);
  await annotate(`${operations} verifications and changes; ${worst}`);
});
