import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { edit } from "../../keys/edit.ts";
import { handOverMany } from "../../keys/hand-over-many.ts";
import { changePlan } from "../../organizations/change-plan.ts";
import { changeRole } from "../../organizations/change-role.ts";
import { removeMember } from "../../organizations/remove-member.ts";
import { suspend } from "../../organizations/suspend.ts";
import { aKey, aMember, anOrganization, noon, openDesk, outcomeOf } from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { createSoundness } from "../seal/soundness.ts";
import { keysSealed } from "../seal/sealed-table.ts";

/** An owner with a key, and Bo, a member, in a sealed database, and somebody who can write to the file. */
async function aSealedDesk() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const keys = { current: createSecretKey(randomBytes(32)), earlier: [] };
  const sealing = { keys, tables: keysSealed, migrations: keysMigrations, onBroken() {} };
  const desk = openDesk(path, [], sealing);
  const database = openDatabase({ path, migrations: keysMigrations, now: noon, sealing });
  const intruder = new Sqlite(path);
  onTestFinished(() => {
    for (const one of [desk, database, intruder]) one.close();
    rmSync(folder, { recursive: true });
  });
  const owner = await anOrganization(desk);
  const { memberId: bo } = (await aMember(desk, owner, "member")).act.actor;
  const { key } = await aKey(desk, owner.act, { scopes: ["products:read"] });
  return { desk, database, intruder, owner, act: owner.act, bo, key };
}

it("a role is not given to a member who is not what was sealed, and nothing is recorded as done", async () => {
  const { desk, intruder, act, bo } = await aSealedDesk();
  intruder.exec("update member set role = 'admin' where role = 'member'");
  const entries = intruder.prepare("select count(*) from audit_entry").pluck();
  const before = entries.get();
  const given = changeRole(desk, act, { memberId: bo, role: "viewer", label: "Bo" });
  expect(await outcomeOf(given)).toBe("rows_unsound");
  expect(entries.get()).toBe(before);
});

it("keys are not handed to a member who is not what was sealed: they would be refused at once", async () => {
  const { desk, intruder, act, bo, key } = await aSealedDesk();
  intruder.exec("update member set role = 'admin' where role = 'member'");
  expect(await outcomeOf(handOverMany(desk, act, { keyIds: [key.id], to: bo }))).toBe("rows_unsound");
  await expect(desk.store.findKey(act.organizationId, key.id)).resolves.toMatchObject({
    responsible: { memberId: act.actor.memberId },
  });
});

it("what a member leaves is not handed to one who is not what was sealed, who is removed all the same", async () => {
  const { desk, intruder, owner, act, bo, key } = await aSealedDesk();
  const { memberId: cy } = (await aMember(desk, owner, "member")).act.actor;
  await edit(desk, act, { keyId: key.id, responsibleMemberId: cy });
  intruder.exec(`update member set role = 'admin' where id = '${bo}'`);
  const settlements = [{ keyId: key.id, action: "hand_over", to: bo }] as const;
  const left = removeMember(desk, act, { memberId: cy, label: "Cy", settlements });
  expect(await outcomeOf(left)).toBe("rows_unsound");
  await removeMember(desk, act, { memberId: bo, label: "Bo", settlements: [] });
  expect((await desk.tenancy.listMembers(act.organizationId)).map(({ id }) => id)).not.toContain(bo);
});

it("an organization that is not what was sealed gets no other plan, and is suspended all the same", async () => {
  const { desk, database, intruder, act } = await aSealedDesk();
  const operator = { ...act, actor: { type: "shell", command: "katkey org plan" } } as const;
  intruder.exec("update organization set requests_per_minute = 9");
  expect(await outcomeOf(changePlan(desk, operator, "enterprise"))).toBe("rows_unsound");
  expect(await suspend(desk, operator, "Unpaid")).toMatchObject({ suspensionReason: "Unpaid" });
  const rows = [
    { table: "organization", id: act.organizationId },
    { table: "member", id: act.actor.memberId },
  ];
  expect(createSoundness(database).unsoundOf(rows)).toEqual([rows[0]]);
});
