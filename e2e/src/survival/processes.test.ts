import { expect, it } from "vitest";
import { processes } from "./processes.ts";

it("over several processes limits are exact, revocations immediate, and renewing, killing and stopping lose nothing", async ({
  annotate,
}) => {
  const { violations, operations, worst } = await processes({ rounds: 2 });
  expect(violations).toEqual([]);
  expect(operations).toBeGreaterThan(1_000);
  await annotate(`${operations} requests; ${worst}`);
});
