import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RateLimiter } from "../admission/rate-limiter.ts";

const minute = 60_000;

/** What every rate limiter promises. */
export function describeRateLimiter(name: string, create: () => RateLimiter): void {
  describe(name, () => {
    it("allows a hundred in any minute, refuses the next, and frees one when the first slides out", async () => {
      const limiter = create();
      for (let i = 0; i < 100; i += 1) {
        expect(await limiter.take("org", 100, 1_000 + i)).toMatchObject({ allowed: true, remaining: 99 - i });
      }
      expect(await limiter.take("org", 100, 2_000)).toEqual({
        allowed: false,
        limit: 100,
        remaining: 0,
        resetSeconds: 59,
      });
      expect((await limiter.take("org", 100, 999 + minute)).allowed).toBe(false);
      expect((await limiter.take("org", 100, 1_000 + minute)).allowed).toBe(true);
      expect((await limiter.take("org", 100, 1_000 + minute)).allowed).toBe(false);
      expect((await limiter.take("org", 100, 1_001 + minute)).allowed).toBe(true);
    });

    it("takes all the places of a cost or none, and none at all even when none is left", async () => {
      const limiter = create();
      expect(await limiter.take("org", 10, 0, 7)).toEqual({
        allowed: true,
        limit: 10,
        remaining: 3,
        resetSeconds: 60,
      });
      expect(await limiter.take("org", 10, 1_000, 4)).toMatchObject({ allowed: false, remaining: 3 });
      expect(await limiter.take("org", 10, 2_000, 3)).toMatchObject({ allowed: true, remaining: 0 });
      expect(await limiter.take("org", 10, 3_000, 0)).toMatchObject({ allowed: true, remaining: 0 });
      expect(await limiter.take("org", 5, 3_000, 0)).toMatchObject({ allowed: true, remaining: 0 });
      expect(await limiter.take("org", 10, minute, 8)).toMatchObject({ allowed: false, remaining: 7 });
      expect(await limiter.take("org", 10, minute, 7)).toMatchObject({ allowed: true, remaining: 0 });
      expect(await limiter.take("other", 10, minute, 11)).toMatchObject({ allowed: false, remaining: 10 });
    });

    it("says when so many places are free as were wanted", async () => {
      const limiter = create();
      for (const at of [0, 10_000, 20_000]) await limiter.take("org", 4, at);
      expect((await limiter.take("org", 4, 30_000, 1)).remaining).toBe(0);
      const wait = async (cost: number) => (await limiter.take("org", 4, 30_000, cost)).resetSeconds;
      expect(await Promise.all([1, 2, 3, 4, 9].map(wait))).toEqual([30, 40, 50, 60, 60]);
    });

    it("charges nothing for what it refuses", async () => {
      const limiter = create();
      await limiter.take("org", 1, 0);
      for (let at = 1; at < minute; at += 100) expect((await limiter.take("org", 1, at)).allowed).toBe(false);
      expect((await limiter.take("org", 1, minute)).allowed).toBe(true);
    });

    it("tells the state without spending", async () => {
      const limiter = create();
      expect(await limiter.peek("org", 3, 0)).toEqual({ limit: 3, remaining: 3, resetSeconds: 0 });
      await limiter.take("org", 3, 0);
      for (let i = 0; i < 5; i += 1) {
        expect(await limiter.peek("org", 3, 500)).toEqual({ limit: 3, remaining: 2, resetSeconds: 60 });
      }
      expect(await limiter.peek("org", 3, minute)).toEqual({ limit: 3, remaining: 3, resetSeconds: 0 });
    });

    it("keeps names apart", async () => {
      const limiter = create();
      expect((await limiter.take("a", 1, 0)).allowed).toBe(true);
      expect((await limiter.take("b", 1, 0)).allowed).toBe(true);
      expect((await limiter.take("a", 1, 1)).allowed).toBe(false);
    });

    it("follows a limit that is lowered or raised", async () => {
      const limiter = create();
      for (let at = 0; at < 10; at += 1) await limiter.take("org", 10, at * 1_000);
      expect(await limiter.take("org", 5, 10_000)).toMatchObject({
        allowed: false,
        remaining: 0,
        resetSeconds: 55,
      });
      expect(await limiter.take("org", 11, 10_000)).toMatchObject({ allowed: true, remaining: 0 });
    });

    it("is exact: never more than the limit in any minute, never fewer for a client within it", async () => {
      const gaps = fc.integer({ min: 0, max: 9_000 });
      const costs = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.nat(5));
      const requests = fc.array(fc.tuple(gaps, costs), { minLength: 1, maxLength: 300 });
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 20 }), requests, async (limit, steps) => {
          const limiter = create();
          const allowed: number[] = [];
          let at = 0;
          for (const [step, cost] of steps) {
            at += step;
            const recent = allowed.filter((time) => time > at - minute).length;
            const decision = await limiter.take("org", limit, at, cost);
            expect(decision.allowed).toBe(recent + cost <= limit);
            for (let i = 0; i < cost && decision.allowed; i += 1) allowed.push(at);
            expect(decision.remaining).toBe(limit - recent - (decision.allowed ? cost : 0));
          }
        }),
      );
    });

    it("promises a place after as many seconds as it says", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(3_000), { minLength: 5, maxLength: 5 }), async (steps) => {
          const limiter = create();
          let at = 0;
          const decisions = await Promise.all(
            steps.map(async (step) => limiter.take("org", 4, (at += step))),
          );
          const refused = decisions[4];
          expect(refused?.allowed).toBe(false);
          const promised = at + (refused?.resetSeconds ?? 0) * 1_000;
          expect((await limiter.peek("org", 4, promised - 1_000)).remaining).toBe(0);
          expect((await limiter.peek("org", 4, promised)).remaining).toBeGreaterThan(0);
        }),
      );
    });
  });
}
