import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { changePlan } from "../organizations/change-plan.ts";
import { changeRole } from "../organizations/change-role.ts";
import { exportAudit } from "./export-audit.ts";
import { readExport } from "./read-export.ts";
import { revoke } from "../keys/revoke.ts";
import { aDesk, aKey, aMember, anOrganization, noon, outcomeOf } from "../testing/index.ts";

const request = { filter: {}, format: "jsonl", random: randomBytes } as const;

async function aHistory() {
  const desk = aDesk();
  const owner = await anOrganization(desk);
  const admin = await aMember(desk, owner, "admin");
  const { key } = await aKey(desk, owner.act);
  await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
  const newest = async () => (await desk.audit.list(owner.act.organizationId, { limit: 1 })).items[0];
  return { desk, owner, admin, key, newest };
}

describe("an export of the audit log", () => {
  it("is on record before anything leaves: who, which entries and how many", async () => {
    const { desk, owner, admin, key, newest } = await aHistory();
    const filter = { objectId: key.id, actorId: owner.act.actor.userId, from: noon };
    const made = await exportAudit(desk.audit, admin.act, { ...request, filter, format: "csv" });
    expect(made).toMatchObject({ name: "audit-2026-11-21.csv", entries: 2 });
    expect(await newest()).toMatchObject({
      action: "audit.exported",
      actor: { id: admin.act.actor.userId },
      object: { type: "export", id: made.id, label: made.name },
      before: null,
      after: { format: "csv", entries: 2, last: 6, ...filter },
    });
  });

  it("holds exactly what is on record, whatever happens meanwhile, and not its own entry", async () => {
    const { desk, owner } = await aHistory();
    const { id, entries } = await exportAudit(desk.audit, owner.act, request);
    await aKey(desk, owner.act);
    const seqs: number[] = [];
    for (let after = 0, more = true; more;) {
      const page = await readExport(desk.audit, owner.act, { exportId: id, after, limit: 4 });
      seqs.push(...page.items.map(({ seq }) => seq));
      after = Number(page.nextCursor);
      more = page.nextCursor !== null;
    }
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
    expect(entries).toBe(6);
  });

  it("keeps to its filter", async () => {
    const { desk, owner, key } = await aHistory();
    const shell = { type: "shell", command: "katkey org plan" } as const;
    await changePlan(desk, { ...owner.act, actor: shell }, "enterprise");
    const { userId: actorId } = owner.act.actor;
    for (const [filter, seqs] of [
      [{ action: "key.revoked" }, [6]],
      [{ objectId: key.id, actorId, from: noon, to: noon + 1 }, [5, 6]],
      [{ actorId: null }, [7]],
      [{ actorId: null, actorType: "operator" }, [7]],
      [{ actorId: null, actorType: "system" }, []],
    ] as const) {
      const { id } = await exportAudit(desk.audit, owner.act, { ...request, filter });
      const { items } = await readExport(desk.audit, owner.act, { exportId: id, after: 0, limit: 9 });
      expect(items.map(({ seq }) => seq)).toEqual(seqs);
    }
  });

  it("is for owners and admins, whoever asked for it, and for an hour", async () => {
    const { desk, owner, admin } = await aHistory();
    const viewer = await aMember(desk, owner, "viewer");
    const { id } = await exportAudit(desk.audit, admin.act, request);
    const read = (by: typeof admin.act, exportId = id) =>
      outcomeOf(readExport(desk.audit, by, { exportId, after: 0, limit: 1 }));
    expect(await outcomeOf(exportAudit(desk.audit, viewer.act, request))).toBe("role_not_allowed");
    expect(await read(viewer.act)).toBe("role_not_allowed");
    expect(await read(owner.act)).toBe("cursor_invalid");
    expect(await read(admin.act, "exp_none")).toBe("cursor_invalid");
    expect(await read(admin.at(noon + 3_600_000))).toBe("done");
    expect(await read(admin.at(noon + 3_600_001))).toBe("cursor_invalid");
    const other = await anOrganization(desk);
    expect(await read(other.act)).toBe("cursor_invalid");
  });

  it("is nothing, and on no record, for whoever has just lost the right to it", async () => {
    const { desk, owner, admin, newest } = await aHistory();
    await changeRole(desk, owner.act, { memberId: admin.act.actor.memberId, role: "viewer", label: "Ada" });
    expect(await outcomeOf(exportAudit(desk.audit, admin.act, request))).toBe("authority_lost");
    expect((await newest())?.action).toBe("member.role_changed");
  });
});
