import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { describeRateLimiter } from "../testing/rate-limiter-contract.ts";
import { createMemoryRateLimiter } from "./rate-limiter.ts";

describeRateLimiter("the limiter of one process", createMemoryRateLimiter);

function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

it("forgets names that were quiet for a minute, so that strangers cannot fill the memory", () => {
  const limiter = createMemoryRateLimiter();
  const before = heapInUse();
  for (let i = 0; i < 300_000; i += 1) limiter.take(`failures 10.${i}`, 10, i * 10);
  // Of 300,000 strangers, 6,000 called within the last minute; all of them would take ten times as much.
  expect(heapInUse() - before).toBeLessThan(8 * 1024 * 1024);
  expect(limiter.peek("failures 10.299999", 10, 3_000_000).remaining).toBe(9);
});
