import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeRateLimiter } from "../testing/rate-limiter-contract.ts";
import { createMemoryRateLimiter } from "./rate-limiter.ts";
import { createTrails } from "./trails.ts";

describeRateLimiter("the limiter of one process", () => createMemoryRateLimiter());

describe("the memory of the limiter", () => {
  it("forgets names that were quiet for a minute, so that strangers cannot fill it", () => {
    const trails = createTrails();
    const limiter = createMemoryRateLimiter(trails);
    let most = 0;
    for (let i = 0; i < 300_000; i += 1) {
      limiter.take(`failures 10.${i}`, 10, i * 10);
      most = Math.max(most, trails.size);
    }
    // 6,000 of the 300,000 called within the last minute.
    expect(most).toBeLessThanOrEqual(12_000);
    expect(limiter.peek("failures 10.299999", 10, 3_000_000).remaining).toBe(9);
  });

  it("keeps every name that called within the minute, however many there are", () => {
    const limiter = createMemoryRateLimiter();
    for (let i = 0; i < 30_000; i += 1) limiter.take(`failures ${i}`, 1, i);
    for (let i = 0; i < 30_000; i += 1) expect(limiter.peek(`failures ${i}`, 1, 59_999).remaining).toBe(0);
  });

  it("remembers nothing of who only asks, and no more times of one name than half of them in the window", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_000), { minLength: 1, maxLength: 200 }), (steps) => {
        const trails = createTrails();
        const limiter = createMemoryRateLimiter(trails);
        limiter.peek("stranger", 5, 0);
        let at = 0;
        for (const step of steps) limiter.take("org", 5, (at += step));
        expect(trails.size).toBe(1);
        expect(trails.find("org").length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
