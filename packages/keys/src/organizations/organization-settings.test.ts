import { describe, expect, it } from "vitest";
import { changeApiAccess } from "./change-api-access.ts";
import { changeKeyRules } from "./change-key-rules.ts";
import { changeRole } from "./change-role.ts";
import { edit } from "../keys/edit.ts";
import { issue } from "../keys/issue.ts";
import type { KeyRules } from "./organization.ts";
import { renameOrganization } from "./rename-organization.ts";
import {
  aDesk,
  aKey,
  aMember,
  anOrganization,
  asKey,
  noon,
  outcomeOf,
  type TestDesk,
  type Worker,
} from "../testing/index.ts";

const day = 24 * 60 * 60 * 1_000;
const minute = 60_000;

async function open() {
  const desk = aDesk();
  const owner = await anOrganization(desk, { plan: "enterprise" });
  return { desk, owner };
}

async function entriesOf({ audit }: TestDesk, { act }: Worker) {
  const { items } = await audit.list(act.organizationId, { limit: 50 });
  return items.map(({ action, actor, before, after }) => ({ action, by: actor.label, before, after }));
}

describe("the settings of an organization", () => {
  it.each([
    ["admin", "done"],
    ["member", "role_not_allowed"],
    ["viewer", "role_not_allowed"],
  ] as const)("are changed by owners and admins: for a %s it is %s", async (role, outcome) => {
    const { desk, owner } = await open();
    const { act } = await aMember(desk, owner, role);
    expect(await outcomeOf(renameOrganization(desk, act, { name: "Globex" }))).toBe(outcome);
    expect(await outcomeOf(changeKeyRules(desk, act, { expiryRequired: true }))).toBe(outcome);
    expect(await outcomeOf(changeApiAccess(desk, act, { apiAccess: false }))).toBe(outcome);
  });

  it("decided on an earlier look is refused once somebody else has changed anything", async () => {
    const { desk, owner } = await open();
    const { revision } = await renameOrganization(desk, owner.act, { name: "Globex" });
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    const late = [
      renameOrganization(desk, owner.act, { name: "Acme", revision }),
      changeApiAccess(desk, owner.act, { apiAccess: true, revision }),
      changeKeyRules(desk, owner.act, { expiryRequired: true, revision }),
    ];
    expect(await Promise.all(late.map(outcomeOf))).toEqual(Array(3).fill("organization_changed"));
    const now = revision + 1;
    expect(await outcomeOf(changeApiAccess(desk, owner.act, { apiAccess: true, revision: now }))).toBe(
      "done",
    );
  });

  it("are on record with what they were and what they became, and only where they differ", async () => {
    const { desk, owner } = await open();
    await renameOrganization(desk, owner.act, { name: "Globex" });
    const rules = { maximumLifetimeDays: 90, defaultAddresses: ["203.0.113.7"] };
    await changeKeyRules(desk, owner.act, rules);
    await changeKeyRules(desk, owner.act, { ...rules, expiryRequired: false });
    await changeApiAccess(desk, owner.act, { apiAccess: true });
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    const by = owner.act.actor.email;
    expect((await entriesOf(desk, owner)).slice(0, -1)).toEqual([
      {
        action: "organization.api_access_changed",
        by,
        before: { apiAccess: true },
        after: { apiAccess: false },
      },
      {
        action: "organization.key_rules_changed",
        by,
        before: { maximumLifetimeDays: null, defaultAddresses: [] },
        after: { maximumLifetimeDays: 90, defaultAddresses: ["203.0.113.7/32"] },
      },
      { action: "organization.renamed", by, before: { name: "Acme" }, after: { name: "Globex" } },
    ]);
    const { organizationId } = owner.act;
    expect(await desk.audit.verify(organizationId)).toMatchObject({ intact: true, entries: 4 });
    expect(await desk.tenancy.findOrganization(organizationId)).toMatchObject({
      name: "Globex",
      revision: 3,
    });
  });

  it("change in one organization only, and not by somebody who was demoted meanwhile", async () => {
    const { desk, owner } = await open();
    const other = await anOrganization(desk);
    const { act } = await aMember(desk, owner, "admin");
    const { memberId } = act.actor;
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    expect(await outcomeOf(renameOrganization(desk, act, { name: "Mine" }))).toBe("authority_lost");
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    expect(await desk.tenancy.findOrganization(other.act.organizationId)).toMatchObject({
      name: "Acme",
      apiAccess: true,
      revision: 0,
    });
  });

  it("tell one of two who change them at the same time", async () => {
    const { desk, owner } = await open();
    const { act } = await aMember(desk, owner, "admin");
    const both = [
      renameOrganization(desk, act, { name: "A" }),
      changeApiAccess(desk, owner.act, { apiAccess: false }),
    ];
    expect((await Promise.all(both.map(outcomeOf))).toSorted()).toEqual(["done", "organization_changed"]);
  });

  it("refuse default addresses that are none", async () => {
    const { desk, owner } = await open();
    const change = changeKeyRules(desk, owner.act, { defaultAddresses: ["here"] });
    expect(await outcomeOf(change)).toBe("addresses_invalid");
  });
});

describe("the rules for keys", () => {
  const rules: readonly (readonly [string, Partial<KeyRules>, number | null, string])[] = [
    ["nothing, never", {}, null, "done"],
    ["an expiry, never", { expiryRequired: true }, null, "expiry_not_allowed"],
    ["an expiry, in 10 years", { expiryRequired: true }, 3_650, "done"],
    ["90 days at most, never", { maximumLifetimeDays: 90 }, null, "expiry_not_allowed"],
    ["90 days at most, in 90 days", { maximumLifetimeDays: 90 }, 90, "done"],
    ["90 days at most, in 91 days", { maximumLifetimeDays: 90 }, 91, "expiry_not_allowed"],
  ];

  it.each(rules)(
    "demand %s: for members and keys, in issuing and editing: %s",
    async (_, demanded, days, outcome) => {
      const { desk, owner } = await open();
      const { act } = await aMember(desk, owner, "member");
      const { key } = await aKey(desk, owner.act);
      const { key: long } = await aKey(desk, owner.act);
      await changeKeyRules(desk, owner.act, demanded);
      const expiresAt = days === null ? null : noon + days * day;
      for (const who of [owner.act, act, asKey(owner, { key })]) {
        expect(await outcomeOf(aKey(desk, who, { expiresAt }))).toBe(outcome);
      }
      if (expiresAt === null) return;
      for (const who of [owner.act, asKey(owner, { key })]) {
        expect(await outcomeOf(edit(desk, who, { keyId: long.id, expiresAt }))).toBe(outcome);
        expect(await outcomeOf(edit(desk, owner.act, { keyId: long.id, expiresAt: noon + day }))).toBe(
          "done",
        );
        await changeKeyRules(desk, owner.act, { maximumLifetimeDays: null, expiryRequired: false });
        await edit(desk, owner.act, { keyId: long.id, expiresAt: null });
        await changeKeyRules(desk, owner.act, demanded);
      }
    },
  );

  it("name the organization and its maximum", async () => {
    const { desk, owner } = await open();
    await changeKeyRules(desk, owner.act, { maximumLifetimeDays: 30 });
    await expect(aKey(desk, owner.act, { expiresAt: noon + 31 * day })).rejects.toThrow(
      "Keys of Acme expire after 30 days at most. Choose an earlier time.",
    );
    await expect(aKey(desk, owner.act)).rejects.toThrow(
      "Keys of Acme need an expiry, at most 30 days ahead.",
    );
    await changeKeyRules(desk, owner.act, { maximumLifetimeDays: 1 });
    await expect(aKey(desk, owner.act)).rejects.toThrow("at most one day ahead");
    await changeKeyRules(desk, owner.act, { maximumLifetimeDays: null, expiryRequired: true });
    await expect(aKey(desk, owner.act)).rejects.toThrow("Keys of Acme need an expiry.");
  });

  it("bear with a clock that is a little ahead", async () => {
    const { desk, owner } = await open();
    await changeKeyRules(desk, owner.act, { maximumLifetimeDays: 30 });
    const ahead = (milliseconds: number) =>
      outcomeOf(aKey(desk, owner.act, { expiresAt: noon + 30 * day + milliseconds }));
    expect(await ahead(5 * minute)).toBe("done");
    expect(await ahead(11 * minute)).toBe("expiry_not_allowed");
  });

  it("leave keys as they are, and what an edit does not touch", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act);
    await changeKeyRules(desk, owner.act, { maximumLifetimeDays: 1, expiryRequired: true });
    const edited = await edit(desk, owner.act, { keyId: key.id, note: "still here", expiresAt: null });
    expect(edited).toMatchObject({ note: "still here", expiresAt: null });
    const shortened = edit(desk, owner.act, { keyId: key.id, expiresAt: noon + day });
    expect(await outcomeOf(shortened)).toBe("done");
    const endless = edit(desk, owner.act, { keyId: key.id, expiresAt: null });
    expect(await outcomeOf(endless)).toBe("expiry_not_allowed");
  });

  it("are those of the moment in which a key is written", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { expiresAt: noon + day });
    const outcomes = await Promise.all([
      outcomeOf(aKey(desk, owner.act)),
      outcomeOf(edit(desk, owner.act, { keyId: key.id, expiresAt: null })),
      outcomeOf(changeKeyRules(desk, owner.act, { expiryRequired: true })),
      outcomeOf(aKey(desk, owner.act)),
    ]);
    const { items } = await desk.store.listKeys(owner.act.organizationId, { limit: 10, now: noon });
    const entries = await desk.audit.list(owner.act.organizationId, { limit: 10 });
    const ruled = entries.items.findIndex(({ action }) => action === "organization.key_rules_changed");
    // Whatever came before the change was allowed; nothing after it was.
    expect(entries.items.slice(0, ruled)).toEqual([]);
    expect(items).toHaveLength(
      1 + outcomes.filter((outcome, i) => i !== 1 && i !== 2 && outcome === "done").length,
    );
  });

  it("begin a new key's allow list, unless its issuer says otherwise", async () => {
    const { desk, owner } = await open();
    await changeKeyRules(desk, owner.act, { defaultAddresses: ["203.0.113.0/24"] });
    const issued = async (addresses?: readonly string[]) => {
      const request = { name: `${addresses}`, note: null, environment: "live", expiresAt: null } as const;
      return (await issue(desk, owner.act, { ...request, ...(addresses && { addresses }) })).key.addresses;
    };
    expect(await issued()).toEqual(["203.0.113.0/24"]);
    expect(await issued([])).toEqual([]);
    expect(await issued(["192.0.2.1"])).toEqual(["192.0.2.1/32"]);
  });
});
