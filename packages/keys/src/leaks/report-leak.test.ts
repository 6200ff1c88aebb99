import { describe, expect, it } from "vitest";
import { exposureOf } from "../keys/api-key.ts";
import { exposeToken } from "../keys/expose.ts";
import { edit } from "../keys/edit.ts";
import { endOverlap } from "../keys/end-overlap.ts";
import { findKey } from "../keys/key-authority.ts";
import { release } from "../keys/release.ts";
import { revoke } from "../keys/revoke.ts";
import { rotate } from "../keys/rotate.ts";
import { whatNeedsYou } from "../keys/what-needs-you.ts";
import { changeLeakPolicy } from "../organizations/change-leak-policy.ts";
import type { LeakPolicy } from "../organizations/leak-policy.ts";
import { createToken } from "../admission/token.ts";
import { verify } from "../admission/verify.ts";
import { aDesk, aKey, aMember, anOrganization, asKey, noon, outcomeOf } from "../testing/index.ts";
import { reportLeak, type Leak } from "./report-leak.ts";

const found = { source: "github commit", url: "https://github.com/acme/app/blob/1/.env" };
const later = noon + 60_000;

async function setUp(policy?: LeakPolicy) {
  const desk = aDesk();
  const owner = await anOrganization(desk);
  if (policy) await changeLeakPolicy(desk, owner.act, { leakPolicy: policy });
  const { key, token } = await aKey(desk, owner.act);
  const report = (leak: Partial<Leak> = {}, override: { policy?: LeakPolicy; now?: number } = {}) =>
    reportLeak(
      desk,
      { token, ...found, ...leak },
      {
        actor: { type: "system", id: null, label: "katkey" },
        now: later,
        address: "192.0.2.30",
        requestId: "alert",
        ...override,
      },
    );
  const stateOf = async (one: string) => {
    const verification = await verify(desk.store, one, { brand: "kat", now: later });
    return verification.valid ? "valid" : verification.reason;
  };
  const keyNow = () => findKey(desk, owner.act, key.id);
  const entries = async () => {
    const { items } = await desk.audit.list(owner.act.organizationId, { objectId: key.id, limit: 50 });
    return items.filter(({ action }) => action !== "key.issued").toReversed();
  };
  return { desk, owner, key, token, report, stateOf, keyNow, entries };
}

describe("a token that was found elsewhere", () => {
  it("is refused from then on, and can be let in again, unless the organization wants it otherwise", async () => {
    const { desk, owner, key, token, report, stateOf, keyNow } = await setUp();
    expect(await report()).toBe("quarantined");
    expect(await stateOf(token)).toBe("secret_quarantined");
    expect(exposureOf(await keyNow(), later)).toEqual({ at: later, by: "report", ...found });
    expect((await release(desk, owner.at(later + 1), key.id)).secrets[0].quarantine).toEqual({
      at: later,
      releasedAt: later + 1,
    });
    expect(await stateOf(token)).toBe("valid");
    expect(exposureOf(await keyNow(), later)).not.toBeNull();
  });

  it("is only marked where the organization has settled that", async () => {
    const { token, report, stateOf, keyNow, entries } = await setUp("mark");
    expect(await report()).toBe("marked");
    expect(await stateOf(token)).toBe("valid");
    expect(exposureOf(await keyNow(), later)).toMatchObject({ by: "report", ...found });
    expect((await entries()).map(({ action }) => action)).toEqual(["key.exposed"]);
  });

  it("ends its key for good where the organization has settled that", async () => {
    const { token, report, stateOf, keyNow } = await setUp("revoke");
    expect(await report()).toBe("revoked");
    expect(await stateOf(token)).toBe("key_revoked");
    const { revocation, secrets } = await keyNow();
    expect(revocation).toEqual({ at: later, reason: "compromised", text: null });
    expect(secrets[0].exposure).toMatchObject(found);
  });

  it("is handled as the reporter says, where they may decide", async () => {
    const { token, report, stateOf } = await setUp("mark");
    expect(await report({}, { policy: "revoke" })).toBe("revoked");
    expect(await stateOf(token)).toBe("key_revoked");
  });

  it.each(["mark", "quarantine", "revoke"] as const)(
    "is on record once, with where it was and without itself: %s",
    async (policy) => {
      const { token, report, entries } = await setUp(policy);
      const url = `https://example.com/?q=${token}`;
      await report({ url });
      expect(await report({ url })).toMatch(/handled|ended/);
      expect(await report({ url: "https://example.com/elsewhere" })).toMatch(/handled|ended/);
      const [entry, ...others] = await entries();
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        actor: { type: "system", label: "katkey" },
        address: "192.0.2.30",
        requestId: "alert",
        after: { source: "github commit", url: "https://example.com/?q=kat_…" },
      });
      expect(JSON.stringify(entry)).not.toContain(token.slice(26));
    },
  );

  it("is told of without what nobody can read", async () => {
    const { report, keyNow } = await setUp("mark");
    await report({ source: " ", url: `a\u202e\n${"b".repeat(3_000)}` });
    expect(exposureOf(await keyNow(), later)).toMatchObject({
      source: "unknown",
      url: `a  ${"b".repeat(1_997)}`,
    });
  });

  it("needs somebody until its secret is replaced", async () => {
    const { desk, owner, key, report } = await setUp();
    const needs = async (now: number) =>
      (await whatNeedsYou(desk, owner.at(now), 5)).map(({ reason, count }) => [reason, count]);
    await report();
    expect(await needs(later)).toEqual([["exposed", 1]]);
    await rotate(desk, owner.at(later), { keyId: key.id, overlapSeconds: 0 });
    expect(await needs(later)).toEqual([]);
  });

  it("is worse than one that a browser was seen with", async () => {
    const { desk, token, report, keyNow } = await setUp("mark");
    const seen = { at: noon, by: "browser", origin: null, address: null } as const;
    await exposeToken(desk.store, token, { brand: "kat", exposure: seen, requestId: "r" });
    expect(await report()).toBe("marked");
    expect(exposureOf(await keyNow(), later)).toMatchObject({ by: "report" });
    await exposeToken(desk.store, token, { brand: "kat", exposure: { ...seen, by: "url" }, requestId: "r" });
    expect(exposureOf(await keyNow(), later)).toMatchObject({ by: "report" });
  });
});

describe("what was done before", () => {
  it("is not done again after somebody let the secret in, and is outdone only by the strictest policy", async () => {
    const { desk, owner, key, token, report, stateOf } = await setUp();
    await report();
    await release(desk, owner.act, key.id);
    expect(await report()).toBe("handled");
    expect(await report({}, { policy: "mark" })).toBe("handled");
    expect(await stateOf(token)).toBe("valid");
    expect(await report({}, { policy: "revoke" })).toBe("revoked");
  });

  it("is outdone when the organization has become stricter", async () => {
    const { desk, owner, token, report, stateOf, entries } = await setUp("mark");
    await report();
    await changeLeakPolicy(desk, owner.act, { leakPolicy: "quarantine" });
    expect(await report()).toBe("quarantined");
    expect(await stateOf(token)).toBe("secret_quarantined");
    expect((await entries()).map(({ action }) => action)).toEqual(["key.exposed", "key.quarantined"]);
  });

  it("of two reports at once only one does anything", async () => {
    for (const policy of ["mark", "quarantine", "revoke"] as const) {
      const { report, entries } = await setUp(policy);
      const outcomes = await Promise.all([report(), report(), report()]);
      expect(outcomes.filter((outcome) => outcome === "handled")).toHaveLength(2);
      expect(await entries()).toHaveLength(1);
    }
  });
});

describe("a token that is not accepted anyway", () => {
  it("changes nothing: unknown, made up, revoked, expired, replaced", async () => {
    const { desk, owner, key, token, report, entries } = await setUp();
    const forged = createToken("kat", "live", desk.random);
    const wrong = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    for (const one of [forged, wrong, "some_token", ""]) expect(await report({ token: one })).toBe("unknown");
    const { token: current } = await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 0 });
    expect(await report()).toBe("ended");
    await edit(desk, owner.act, { keyId: key.id, expiresAt: later });
    expect(await report({ token: current })).toBe("ended");
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    expect(await report({ token: current })).toBe("ended");
    expect((await entries()).map(({ action }) => action)).toEqual([
      "key.rotated",
      "key.edited",
      "key.revoked",
    ]);
  });
});

describe("a rotation", () => {
  it("whose old secret leaked goes on with the new one", async () => {
    for (const [policy, state] of [
      ["quarantine", "secret_quarantined"],
      ["revoke", "secret_retired"],
    ] as const) {
      const { desk, owner, key, token, report, stateOf, entries } = await setUp(policy);
      const rotated = await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 3_600 });
      expect(await report()).toBe(policy === "revoke" ? "retired" : "quarantined");
      expect(await stateOf(token)).toBe(state);
      expect(await stateOf(rotated.token)).toBe("valid");
      expect((await entries()).at(-1)).toMatchObject({ after: found });
    }
  });

  it("is how a quarantine ends: the new secret is let in, and the old one stays out through the overlap", async () => {
    const { desk, owner, key, token, report, stateOf } = await setUp();
    await report();
    const rotated = await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 3_600 });
    expect([await stateOf(token), await stateOf(rotated.token)]).toEqual(["secret_quarantined", "valid"]);
    await endOverlap(desk, owner.act, key.id);
    expect(await stateOf(token)).toBe("secret_retired");
  });
});

describe("letting a secret in again", () => {
  it("is for owners and admins, of this organization, and only while there is something to let in", async () => {
    const { desk, owner, key, report } = await setUp();
    const member = await aMember(desk, owner, "member");
    const admin = await aMember(desk, owner, "admin");
    const stranger = await anOrganization(desk);
    expect(await outcomeOf(release(desk, owner.act, key.id))).toBe("secret_not_quarantined");
    await report();
    expect(await outcomeOf(release(desk, member.act, key.id))).toBe("role_not_allowed");
    expect(await outcomeOf(release(desk, stranger.act, key.id))).toBe("key_not_found");
    expect(await outcomeOf(release(desk, admin.act, key.id))).toBe("done");
    expect(await outcomeOf(release(desk, admin.act, key.id))).toBe("secret_not_quarantined");
    await revoke(desk, owner.act, { keyId: key.id, reason: "compromised", text: null });
    expect(await outcomeOf(release(desk, owner.act, key.id))).toBe("key_already_revoked");
  });

  it("is on record, and happens once although two do it", async () => {
    const { desk, owner, key, report, entries } = await setUp();
    await report();
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(release(desk, owner.act, key.id))));
    expect(outcomes.toSorted()).toEqual(["done", "secret_not_quarantined"]);
    expect((await entries()).map(({ action }) => action)).toEqual(["key.quarantined", "key.released"]);
  });
});

it("a key in quarantine changes no other key, also when its request was under way", async () => {
  const { desk, owner, key, report } = await setUp();
  const act = asKey(owner, { key });
  const { key: other } = await aKey(desk, owner.act);
  const revocation = { keyId: other.id, reason: "unused", text: null } as const;
  await report();
  expect(await outcomeOf(revoke(desk, act, revocation))).toBe("authority_lost");
  await release(desk, owner.act, key.id);
  expect(await outcomeOf(revoke(desk, act, revocation))).toBe("done");
});

it("who decides about leaks is an owner or admin, on record", async () => {
  const { desk, owner } = await setUp();
  const member = await aMember(desk, owner, "member");
  const change = { leakPolicy: "revoke" } as const;
  expect(await outcomeOf(changeLeakPolicy(desk, member.act, change))).toBe("role_not_allowed");
  await changeLeakPolicy(desk, owner.act, change);
  const query = { action: "organization.leak_policy_changed", limit: 5 } as const;
  expect((await desk.audit.list(owner.act.organizationId, query)).items).toMatchObject([
    { before: { leakPolicy: "quarantine" }, after: change },
  ]);
});

it("past the verbs: a quarantine is put on and lifted once", async () => {
  const { desk, owner, key, report } = await setUp();
  expect(() => desk.execute("update key_secret set released_at = 1")).toThrow("only a secret in quarantine");
  await report();
  await release(desk, owner.act, key.id);
  expect(() => desk.execute("update key_secret set quarantined_at = 1")).toThrow("once");
  expect(() => desk.execute("update key_secret set released_at = null")).toThrow("once");
});
