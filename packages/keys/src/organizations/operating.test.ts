import { describe, expect, it } from "vitest";
import { admit } from "../admission/admit.ts";
import { changeApiAccess } from "./change-api-access.ts";
import { changePlan } from "./change-plan.ts";
import { changeRequestLimit } from "./change-request-limit.ts";
import { createMemoryRateLimiter } from "../memory/index.ts";
import { requestsPerMinuteOf } from "./organization.ts";
import { resume } from "./resume.ts";
import { suspend } from "./suspend.ts";
import { aDesk, aKey, anOperator, anOrganization, noon, outcomeOf, type TestDesk } from "../testing/index.ts";

async function open(plan: "standard" | "enterprise" = "standard") {
  const desk = aDesk();
  const owner = await anOrganization(desk, { plan });
  return { desk, owner, act: anOperator(desk, owner) };
}

/** What a request with the token is answered at this moment. */
async function askedWith(desk: TestDesk, token: string) {
  const admitting = { ...desk, limiter: createMemoryRateLimiter(), failuresPerMinute: 100 };
  const request = {
    token,
    scopes: [],
    address: "192.0.2.1",
    browser: null,
    requestId: "r",
    now: noon,
    at: 0,
  };
  const admission = await admit(admitting, request);
  return admission.admitted ? "admitted" : admission.code;
}

describe("the operator", () => {
  it("changes an organization without being a member, on record there as the operator", async () => {
    const { desk, act } = await open();
    const { organizationId } = act;
    await changePlan(desk, act, "enterprise");
    await changeRequestLimit(desk, act, 250);
    await changeApiAccess(desk, act, { apiAccess: false });
    await suspend(desk, act, "Unpaid since May");
    await suspend({ ...desk }, { ...act, now: noon + 5 }, "Unpaid since April");
    await resume(desk, act);
    await resume(desk, act);
    const { items } = await desk.audit.list(organizationId, { limit: 10 });
    expect(items.toReversed().slice(1)).toMatchObject([
      { action: "organization.plan_changed", before: { plan: "standard" }, after: { plan: "enterprise" } },
      { action: "organization.limit_changed", after: { requestsPerMinute: 250 } },
      { action: "organization.api_access_changed", after: { apiAccess: false } },
      {
        action: "organization.suspended",
        before: { suspendedAt: null, suspensionReason: null },
        after: { suspendedAt: noon, suspensionReason: "Unpaid since May" },
      },
      { action: "organization.suspended", after: { suspensionReason: "Unpaid since April" } },
      { action: "organization.resumed", after: { suspendedAt: null, suspensionReason: null } },
    ]);
    const { userId, email } = act.actor;
    expect(items[0]?.actor).toEqual({ type: "operator", id: userId, label: email });
    expect(await desk.audit.verify(organizationId)).toMatchObject({ intact: true, entries: 7 });
    const organization = await desk.tenancy.findOrganization(organizationId);
    expect(organization && requestsPerMinuteOf(organization)).toBe(250);
  });

  it("is one at the moment of the change, or changes nothing", async () => {
    const { desk, act } = await open();
    desk.operators.delete(act.actor.userId);
    const changes = [
      () => changePlan(desk, act, "enterprise"),
      () => changeRequestLimit(desk, act, 250),
      () => changeApiAccess(desk, act, { apiAccess: false }),
      () => suspend(desk, act, "why not"),
    ];
    for (const change of changes) expect(await outcomeOf(change())).toBe("authority_lost");
    expect(await desk.tenancy.findOrganization(act.organizationId)).toMatchObject({ revision: 0 });
    expect(await desk.audit.verify(act.organizationId)).toMatchObject({ entries: 1 });
  });

  it("is told of an organization that nobody has", async () => {
    const { desk, act } = await open();
    const nobodys = { ...act, organizationId: "org_none" } as const;
    expect(await outcomeOf(suspend(desk, nobodys, "x"))).toBe("organization_not_found");
    expect(await outcomeOf(changePlan(desk, nobodys, "standard"))).toBe("organization_not_found");
  });

  it("is told when another one was first", async () => {
    const { desk, owner, act } = await open();
    const other = anOperator(desk, owner);
    const both = [changePlan(desk, act, "enterprise"), changeRequestLimit(desk, other, 7)];
    expect((await Promise.all(both.map(outcomeOf))).toSorted()).toEqual(["done", "organization_changed"]);
  });
});

it("a suspended organization is refused from the moment that the call returns, until it is resumed", async () => {
  const { desk, owner, act } = await open();
  const { token } = await aKey(desk, owner.act);
  let suspended = false;
  const asking = Array.from({ length: 200 }, async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    const [before, answer] = [suspended, await askedWith(desk, token)];
    return { before, answer };
  });
  await suspend(desk, act, "Unpaid");
  suspended = true;
  const late = (await Promise.all(asking)).filter(({ before }) => before);
  expect(late.length).toBeGreaterThan(0);
  expect(new Set(late.map(({ answer }) => answer))).toEqual(new Set(["organization_suspended"]));
  await resume(desk, act);
  expect(await askedWith(desk, token)).toBe("admitted");
});

describe("a lower plan", () => {
  it("keeps every key there is, and takes no further one", async () => {
    const { desk, owner, act } = await open("enterprise");
    const keys = [];
    for (let i = 0; i < 7; i += 1) keys.push(await aKey(desk, owner.act));
    await changePlan(desk, act, "standard");
    for (const { token } of keys) expect(await askedWith(desk, token)).toBe("admitted");
    expect(await outcomeOf(aKey(desk, owner.act))).toBe("key_limit_reached");
  });

  it("decides about a key that is issued at the same moment", async () => {
    const { desk, owner, act } = await open("enterprise");
    for (let i = 0; i < 5; i += 1) await aKey(desk, owner.act);
    const [issued] = await Promise.all([
      outcomeOf(aKey(desk, owner.act)),
      outcomeOf(changePlan(desk, act, "standard")),
    ]);
    const entries = (await desk.audit.list(act.organizationId, { limit: 2 })).items.map(
      ({ action }) => action,
    );
    // Issued before, or refused: never a sixth key that the new plan would not have taken.
    expect(entries[0]).toBe("organization.plan_changed");
    expect(entries[1]).toBe("key.issued");
    expect(await desk.store.countInUse(act.organizationId, noon)).toBe(issued === "done" ? 6 : 5);
  });
});
