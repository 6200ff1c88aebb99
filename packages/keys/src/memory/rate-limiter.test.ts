import { describeRateLimiter } from "../testing/rate-limiter-contract.ts";
import { createMemoryRateLimiter } from "./rate-limiter.ts";
import { expect, it } from "vitest";

describeRateLimiter("the limiter of one process", createMemoryRateLimiter);

it("forgets names that were quiet for a minute, so that strangers cannot fill the memory", () => {
  const limiter = createMemoryRateLimiter();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 300_000; i += 1) limiter.take(`failures 10.${i}`, 10, i * 10);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
});
