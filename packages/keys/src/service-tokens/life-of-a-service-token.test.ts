import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { InstallationAct } from "../actor.ts";
import { createToken } from "../admission/token.ts";
import { verify } from "../admission/verify.ts";
import { installation } from "../audit/audit.ts";
import { aDesk, aKey, anOperator, anOrganization, noon, outcomeOf, type TestDesk } from "../testing/index.ts";
import { endServiceTokenOverlap } from "./end-service-token-overlap.ts";
import { issueServiceToken, type ServiceTokenRequest } from "./issue-service-token.ts";
import { listServiceTokens } from "./list-service-tokens.ts";
import { revokeServiceToken } from "./revoke-service-token.ts";
import { rotateServiceToken } from "./rotate-service-token.ts";
import { serviceTokenStatusOf } from "./service-token.ts";
import { verifyServiceToken } from "./verify-service-token.ts";

const hour = 60 * 60 * 1_000;
const everything = { name: "Gateway", organizations: null, expiresAt: null } as const;

async function atWork() {
  const desk = aDesk();
  const owner = await anOrganization(desk);
  const { organizationId: _, ...act } = anOperator(desk, owner);
  return { desk, owner, act, issue: issuing(desk, act) };
}

const issuing =
  (desk: TestDesk, act: InstallationAct) =>
  (request: Partial<ServiceTokenRequest> = {}) =>
    issueServiceToken(desk, act, { ...everything, ...request });

const later = (act: InstallationAct, ms: number): InstallationAct => ({ ...act, now: act.now + ms });

const judge = (desk: TestDesk, token: string, now = noon) =>
  verifyServiceToken(desk.serviceTokens, token, { brand: "kat", now });

describe("a service token", () => {
  it("is accepted for what it covers, and kept as a hash and a hint", async () => {
    const { desk, owner, issue } = await atWork();
    const organizations = [owner.act.organizationId];
    const { token, record } = await issue({ organizations });
    expect(token).toMatch(/^kat_svc_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
    const [{ publicKeyId, hint }] = record.secrets;
    expect(hint).toBe(token.slice(-4));
    expect(await judge(desk, token)).toMatchObject({
      valid: true,
      record: { id: record.id, name: "Gateway", publicKeyId, organizations },
    });
    expect(JSON.stringify(record)).not.toContain(token.slice(9, 60));
  });

  it("is no API key, and an API key is no service token", async () => {
    const { desk, owner, issue } = await atWork();
    const { token } = await issue();
    const key = await aKey(desk, owner.act);
    const at = { brand: "kat", now: noon };
    expect(await verify(desk.store, token, at)).toEqual({ valid: false, reason: "malformed" });
    expect(await judge(desk, key.token)).toEqual({ valid: false, reason: "malformed" });
    expect(await judge(desk, key.token.replace("_live_", "_svc_"))).toEqual({
      valid: false,
      reason: "malformed",
    });
  });

  it("that was never issued is unknown, whether there are others or none", async () => {
    const { desk, issue } = await atWork();
    const madeUp = createToken("kat", "svc", randomBytes);
    expect(await judge(desk, madeUp)).toEqual({ valid: false, reason: "unknown" });
    await issue();
    expect(await judge(desk, madeUp)).toEqual({ valid: false, reason: "unknown" });
  });

  it("expires at its time and not before", async () => {
    const { desk, issue, act } = await atWork();
    const { token, record } = await issue({ expiresAt: noon + hour });
    expect(await judge(desk, token, noon + hour - 1)).toMatchObject({ valid: true });
    expect(await judge(desk, token, noon + hour)).toEqual({
      valid: false,
      reason: "expired",
      at: noon + hour,
    });
    const rotating = rotateServiceToken(desk, later(act, hour), { id: record.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotating)).toBe("service_token_already_expired");
    expect(await outcomeOf(issue({ name: "Late", expiresAt: noon }))).toBe("expiry_not_allowed");
  });

  it("keeps its replaced secret for the overlap, or until somebody ends it", async () => {
    const { desk, issue, act } = await atWork();
    const first = await issue();
    const { id } = first.record;
    const second = await rotateServiceToken(desk, act, { id, overlapSeconds: 60 });
    expect(serviceTokenStatusOf(second.record, noon)).toBe("rotating");
    expect(await judge(desk, first.token, noon + 59_999)).toMatchObject({ valid: true });
    expect(await judge(desk, first.token, noon + 60_000)).toMatchObject({ reason: "retired" });
    expect(await judge(desk, second.token)).toMatchObject({ valid: true });

    await endServiceTokenOverlap(desk, later(act, 1), id);
    expect(await judge(desk, first.token, noon + 1)).toEqual({
      valid: false,
      reason: "retired",
      at: noon + 1,
    });
    expect(await outcomeOf(endServiceTokenOverlap(desk, later(act, 2), id))).toBe("overlap_not_running");
  });

  it("has two accepted secrets at the most, and an overlap of 30 days at the most", async () => {
    const { desk, issue, act } = await atWork();
    const { token, record } = await issue();
    const { id } = record;
    const second = await rotateServiceToken(desk, act, { id, overlapSeconds: 60 });
    const third = await rotateServiceToken(desk, later(act, 1), { id, overlapSeconds: 60 });
    const now = noon + 2;
    expect(await judge(desk, token, now)).toMatchObject({ reason: "retired", at: noon + 1 });
    expect(await judge(desk, second.token, now)).toMatchObject({ valid: true });
    expect(await judge(desk, third.token, now)).toMatchObject({ valid: true });
    for (const overlapSeconds of [-1, 0.5, 30 * 24 * 60 * 60 + 1]) {
      const rotating = rotateServiceToken(desk, act, { id, overlapSeconds });
      expect(await outcomeOf(rotating)).toBe("overlap_not_allowed");
    }
    const { publicKeyId: replaces } = record.secrets[0];
    const stale = rotateServiceToken(desk, act, { id, overlapSeconds: 0, replaces });
    expect(await outcomeOf(stale)).toBe("rotation_conflict");
  });

  it("is refused, with every secret, as soon as it is revoked, and stays so", async () => {
    const { desk, issue, act } = await atWork();
    const first = await issue();
    const { id } = first.record;
    const second = await rotateServiceToken(desk, act, { id, overlapSeconds: 60 });
    await revokeServiceToken(desk, later(act, 1), id);
    for (const { token } of [first, second]) {
      expect(await judge(desk, token, noon + 1)).toEqual({ valid: false, reason: "revoked", at: noon + 1 });
    }
    expect(await outcomeOf(revokeServiceToken(desk, act, id))).toBe("service_token_already_revoked");
    const rotating = rotateServiceToken(desk, act, { id, overlapSeconds: 0 });
    expect(await outcomeOf(rotating)).toBe("service_token_already_revoked");
    expect(() => desk.execute("update service_token set revoked_at = null")).toThrow("stays revoked");
    expect(() => desk.execute("update service_token set organizations = null")).toThrow("never changes");
    expect(() => desk.execute("delete from service_token_secret")).toThrow("never deleted");
  });

  it("is only for organizations that there are, at least one", async () => {
    const { issue } = await atWork();
    expect(await outcomeOf(issue({ organizations: ["org_nobody"] }))).toBe("organization_not_found");
    expect(await outcomeOf(issue({ organizations: [] }))).toBe("organization_not_found");
  });

  it("has a name of its own until it is revoked", async () => {
    const { desk, issue, act } = await atWork();
    const { record } = await issue();
    expect(await outcomeOf(issue({ name: "GATEWAY" }))).toBe("service_token_name_taken");
    await revokeServiceToken(desk, act, record.id);
    expect(await outcomeOf(issue())).toBe("done");
  });

  it("is one of a hundred at the most that are in use", async () => {
    const { desk, issue, act } = await atWork();
    const { record } = await issue();
    for (let i = 2; i <= 100; i += 1) await issue({ name: `Service ${i}` });
    expect(await outcomeOf(issue({ name: "One more" }))).toBe("service_token_limit_reached");
    await revokeServiceToken(desk, act, record.id);
    expect(await outcomeOf(issue({ name: "One more" }))).toBe("done");
  });

  it("is listed newest first, page by page, the ended ones only on demand", async () => {
    const { desk, act } = await atWork();
    const made = [];
    for (let i = 0; i < 3; i += 1) {
      made.unshift(await issuing(desk, later(act, i))({ name: `Service ${i}` }));
    }
    const [newest, middle, oldest] = made.map(({ record }) => record);
    const query = { limit: 2, now: noon + hour };
    const page = await listServiceTokens(desk, query);
    expect(page).toEqual({ items: [newest, middle], nextCursor: middle?.id });
    expect(await listServiceTokens(desk, { ...query, before: middle?.id ?? "svt_none" })).toEqual({
      items: [oldest],
      nextCursor: null,
    });
    await revokeServiceToken(desk, act, middle?.id ?? "svt_none");
    expect((await listServiceTokens(desk, { ...query, inUse: true })).items).toEqual([newest, oldest]);
  });
});

describe("the installation's log", () => {
  it("tells who issued, rotated, shortened and revoked, in one chain, and never a secret", async () => {
    const { desk, act, issue } = await atWork();
    const { token, record } = await issue();
    const { id } = record;
    await rotateServiceToken(desk, act, { id, overlapSeconds: 60 });
    await endServiceTokenOverlap(desk, act, id);
    const shell = { ...act, actor: { type: "shell", command: "katkey service-tokens revoke" } } as const;
    await revokeServiceToken(desk, shell, id);

    const { items } = await desk.audit.list(installation, { limit: 10, oldestFirst: true });
    expect(items.map(({ action, actor }) => [action, actor.label])).toEqual([
      ["service_token.issued", "olivia@example.com"],
      ["service_token.rotated", "olivia@example.com"],
      ["service_token.overlap_ended", "olivia@example.com"],
      ["service_token.revoked", "katkey service-tokens revoke"],
    ]);
    expect(items.map(({ actor }) => actor.type)).toEqual(Array.from({ length: 4 }, () => "operator"));
    expect(JSON.stringify(items)).not.toContain(token.slice(26));
    expect(await desk.audit.verify(installation)).toMatchObject({ intact: true, entries: 4 });
    expect(() => desk.execute("delete from audit_entry")).toThrow("never deleted");
  });

  it("stays as it is when who acts is no operator any more", async () => {
    const { desk, act, issue } = await atWork();
    const { record } = await issue();
    desk.operators.clear();
    const { id } = record;
    expect(await outcomeOf(issue({ name: "Another" }))).toBe("authority_lost");
    expect(await outcomeOf(rotateServiceToken(desk, act, { id, overlapSeconds: 0 }))).toBe("authority_lost");
    expect(await outcomeOf(revokeServiceToken(desk, act, id))).toBe("authority_lost");
    expect((await listServiceTokens(desk, { limit: 10, now: noon })).items).toEqual([record]);
    expect(await desk.audit.verify(installation)).toMatchObject({ intact: true, entries: 1 });
  });

  it("takes entries of nobody no more than it ever did", async () => {
    const { desk } = await atWork();
    const entry = `insert into audit_entry select 'org_nobody', seq, at, actor_type, actor_id, actor_label, action,
      object_type, object_id, object_label, address, request_id, before, after, previous_hash, hash from audit_entry`;
    expect(() => desk.execute(entry)).toThrow("of an organization or of the installation");
    expect(() => desk.execute("insert into audit_head values ('org_nobody', 1, '')")).toThrow(
      "of an organization or of the installation",
    );
  });
});
