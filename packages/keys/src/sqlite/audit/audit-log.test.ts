import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { edit } from "../../keys/edit.ts";
import { revoke } from "../../keys/revoke.ts";
import { rotate } from "../../keys/rotate.ts";
import { aKey, anOrganization, noon, openDesk, outcomeOf } from "../../testing/index.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

async function aHistory() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  folders.push(folder);
  const path = join(folder, "katkey.db");
  const desk = openDesk(path);
  const owner = await anOrganization(desk);
  const { key } = await aKey(desk, owner.act, { name: "Shop" });
  await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 60 });
  await edit(desk, owner.at(noon + 2), { keyId: key.id, name: "Store" });
  await revoke(desk, owner.at(noon + 3), { keyId: key.id, reason: "other", text: "moved" });
  return { path, desk, organizationId: owner.act.organizationId, key };
}

describe("the audit log", () => {
  it("tells every change: who, what, when, from where, before and after", async () => {
    const { desk, organizationId, key } = await aHistory();
    const { items } = await desk.audit.list(organizationId, { limit: 10, objectId: key.id });
    expect(items.map(({ action }) => action)).toEqual([
      "key.revoked",
      "key.edited",
      "key.rotated",
      "key.issued",
    ]);
    expect(items[1]).toMatchObject({
      at: noon + 2,
      actor: { type: "user" },
      address: "192.0.2.1",
      requestId: "r",
      before: { name: "Shop" },
      after: { name: "Store" },
    });
    expect(items.map(({ seq }) => seq)).toEqual([5, 4, 3, 2]);
    expect(await desk.audit.verify(organizationId)).toMatchObject({ intact: true, entries: 5 });
    desk.close();
  });

  it("has no entry for a change that was refused", async () => {
    const { desk, organizationId } = await aHistory();
    const owner = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act, { name: "One" });
    expect(await outcomeOf(aKey(desk, owner.act, { name: "One" }))).toBe("key_name_taken");
    await Promise.all(
      [1, 2, 3].map(() =>
        outcomeOf(revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null })),
      ),
    );
    expect(await desk.audit.verify(owner.act.organizationId)).toMatchObject({ intact: true, entries: 3 });
    expect(await desk.audit.verify(organizationId)).toMatchObject({ intact: true, entries: 5 });
    desk.close();
  });

  it("cannot be changed through SQL, and names the first entry that somebody changed past it", async () => {
    const { path, desk, organizationId } = await aHistory();
    desk.close();
    const file = new Sqlite(path);
    expect(() => file.exec("update audit_entry set address = null")).toThrow("never changes");
    expect(() => file.exec("delete from audit_entry where seq = 5")).toThrow("never deleted");
    for (const [tampering, broken] of [
      ["update audit_entry set actor_label = 'somebody else' where seq = 4", 4],
      ["update audit_entry set at = at + 1 where seq = 3", 3],
      ["delete from audit_entry where seq = 2", 2],
    ] as const) {
      file.exec(
        `drop trigger if exists audit_entry_never_changes; drop trigger if exists audit_entry_never_goes; ${tampering}`,
      );
      const checking = openDesk(path);
      const check = await checking.audit.verify(organizationId);
      expect(check).toMatchObject({ intact: false, firstBrokenSeq: broken });
      checking.close();
    }
    file.close();
  });

  it("keeps a revoked key revoked, even for SQL", async () => {
    const { path, desk } = await aHistory();
    desk.close();
    const file = new Sqlite(path);
    expect(() => file.exec("update api_key set revoked_at = null")).toThrow("stays revoked");
    expect(() => file.exec("delete from key_secret")).toThrow("never deleted");
    expect(() => file.exec("update key_secret set retires_at = null where retires_at is not null")).toThrow(
      "never lengthened",
    );
    file.close();
  });
});
