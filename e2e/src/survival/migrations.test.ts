import { expect, it } from "vitest";
import { migrations } from "./migrations.ts";

it("killed while it migrates, a database has the old schema or the new one, and the next start finishes", async ({
  annotate,
}) => {
  const { violations, runs, worst } = await migrations({ rounds: 1 });
  expect(violations).toEqual([]);
  await annotate(`${runs} kills: ${worst}`);
});
