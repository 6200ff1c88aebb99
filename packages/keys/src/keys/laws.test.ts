import * as fc from "fast-check";
import { expect, it } from "vitest";
import { endOverlap } from "./end-overlap.ts";
import type { KeyId } from "../id.ts";
import { revoke } from "./revoke.ts";
import { rotate } from "./rotate.ts";
import {
  aKey,
  anOrganization,
  noon,
  openDesk,
  outcomeOf,
  type TestDesk,
  type Worker,
} from "../testing/index.ts";
import { verify } from "../admission/verify.ts";

// A key's life as a model: every token that ever was, and the moment from which it is refused.
interface Model {
  readonly keyId: KeyId;
  readonly expiresAt: number | null;
  readonly tokens: { readonly token: string; until: number }[];
  revokedAt: number;
  seen: Set<string>;
}

type Step =
  | { readonly do: "rotate"; readonly overlapSeconds: number }
  | { readonly do: "end" | "revoke" | "wait" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("rotate" as const),
      overlapSeconds: fc.constantFrom(0, 1, 60, 3_600),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("end" as const, "wait" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("revoke" as const) }) },
);
const moves = fc.array(
  fc.record({ step, after: fc.constantFrom(0, 1, 999, 1_000, 59_999, 60_000, 4_000_000) }),
  { maxLength: 12 },
);

async function take(desk: TestDesk, owner: Worker, model: Model, step: Step, now: number): Promise<void> {
  const { keyId } = model;
  if (step.do === "rotate") {
    const attempt = rotate(desk, owner.at(now), { keyId, overlapSeconds: step.overlapSeconds });
    const outcome = await outcomeOf(attempt);
    if (outcome !== "done") return;
    const until = now + step.overlapSeconds * 1_000;
    model.tokens.forEach((token, i) => {
      token.until = Math.min(token.until, i === model.tokens.length - 1 ? until : now);
    });
    model.tokens.push({ token: (await attempt).token, until: Infinity });
  } else if (step.do === "end") {
    if ((await outcomeOf(endOverlap(desk, owner.at(now), keyId))) !== "done") return;
    for (const token of model.tokens.slice(0, -1)) token.until = Math.min(token.until, now);
  } else if (step.do === "revoke") {
    if ((await outcomeOf(revoke(desk, owner.at(now), { keyId, reason: "unused", text: null }))) !== "done")
      return;
    model.revokedAt = now;
  }
}

async function checkLaws(desk: TestDesk, model: Model, now: number): Promise<void> {
  const end = Math.min(model.revokedAt, model.expiresAt ?? Infinity);
  const accepted: string[] = [];
  for (const { token, until } of model.tokens) {
    const { valid } = await verify(desk.store, token, { brand: "kat", now });
    expect(valid).toBe(now < until && now < end);
    if (valid) accepted.push(token);
    // What was refused once is refused for good.
    if (!valid) model.seen.add(token);
    expect(valid && model.seen.has(token)).toBe(false);
  }
  expect(accepted.length).toBeLessThanOrEqual(2);
}

it("what is issued verifies, an overlap is exact, two secrets at most, and what has ended never comes back", async () => {
  await fc.assert(
    fc.asyncProperty(moves, fc.option(fc.integer({ min: 1, max: 10_000_000 })), async (steps, life) => {
      const desk = openDesk();
      const owner = await anOrganization(desk);
      const expiresAt = life === null ? null : noon + life;
      const { key, token } = await aKey(desk, owner.act, { expiresAt });
      const model: Model = {
        keyId: key.id,
        expiresAt,
        tokens: [{ token, until: Infinity }],
        revokedAt: Infinity,
        seen: new Set(),
      };
      let now = noon;
      for (const { step, after } of steps) {
        await take(desk, owner, model, step, now);
        await checkLaws(desk, model, now);
        now += after;
        await checkLaws(desk, model, now);
      }
      expect(await desk.audit.verify(owner.act.organizationId)).toMatchObject({ intact: true });
      desk.close();
    }),
    { numRuns: 60 },
  );
});
