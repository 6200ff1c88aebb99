import { expect, it } from "vitest";
import { clock } from "./clock.ts";

it("lets nobody in who had expired, however its clock is moved, and keeps limits and the log as they are", async ({
  annotate,
}) => {
  const { violations, operations, worst } = await clock({ rounds: 1 });
  expect(violations).toEqual([]);
  await annotate(`${operations} requests; ${worst}`);
});
