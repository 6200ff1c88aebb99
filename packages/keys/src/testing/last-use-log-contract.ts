import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LastUseLog, SecretUse } from "../last-use.ts";
import { noon } from "./desk.ts";

/** A use of which every field says something. */
export function aUse(use: Partial<SecretUse> = {}): SecretUse {
  return {
    publicKeyId: "p1",
    keyId: "key_1",
    organizationId: "org_1",
    at: noon,
    address: "192.0.2.1",
    userAgent: "curl",
    method: "GET",
    route: "/v1/user",
    status: 200,
    retiring: false,
    ...use,
  };
}

const endOfTurn = () => new Promise((resolve) => setImmediate(resolve));

/** What every log of last uses promises. */
export function describeLastUseLog(name: string, open: () => LastUseLog): void {
  describe(name, () => {
    it("tells the latest use of each secret and how many there were", async () => {
      const log = open();
      for (let i = 0; i < 3; i += 1) log.record(aUse({ at: noon + i }));
      await endOfTurn();
      const last = {
        at: noon + 9,
        address: "2001:db8::1",
        userAgent: null,
        method: "POST",
        route: "/v1/keys",
        status: 403,
      };
      log.record(aUse(last));
      log.record(aUse({ publicKeyId: "p2" }));
      const found = await log.find("org_1", ["p1", "p2", "p3"]);
      const { retiring: _, ...use } = aUse(last);
      expect(found.get("p1")).toEqual({ ...use, requests: 4, requestsRetiring: 0 });
      expect(found.get("p2")).toMatchObject({ at: noon, requests: 1 });
      expect(found.size).toBe(2);
    });

    it("never goes back to an older use, in whatever order and in however many turns they arrive", async () => {
      const uses = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(uses, async (steps) => {
          const log = open();
          for (const [i, [after, wait]] of steps.entries()) {
            log.record(aUse({ at: noon + after, address: `10.0.0.${after}`, route: `/${i}` }));
            if (wait) await endOfTurn();
          }
          const found = (await log.find("org_1", ["p1"])).get("p1");
          const latest = Math.max(...steps.map(([after]) => after));
          const route = `/${steps.findLastIndex(([after]) => after === latest)}`;
          expect(found).toMatchObject({ at: noon + latest, address: `10.0.0.${latest}`, route });
          expect(found?.requests).toBe(steps.length);
        }),
        { numRuns: 50 },
      );
    });

    it("counts apart what came after a rotation", async () => {
      const log = open();
      log.record(aUse());
      await endOfTurn();
      for (let i = 0; i < 3; i += 1) log.record(aUse({ retiring: true }));
      await endOfTurn();
      log.record(aUse({ retiring: true }));
      const found = await log.find("org_1", ["p1"]);
      expect(found.get("p1")).toMatchObject({ requests: 5, requestsRetiring: 4 });
    });

    it("shows nobody another organization's uses", async () => {
      const log = open();
      log.record(aUse());
      expect((await log.find("org_2", ["p1"])).size).toBe(0);
      expect((await log.find("org_1", [])).size).toBe(0);
    });
  });
}
