import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditEntry } from "@katkey/keys";
import { expect, it } from "vitest";
import { readAuditExport } from "./read-audit-export.ts";
import { aFolder, anOrganization, openStores } from "./testing/an-installation.ts";

async function anEntry(): Promise<AuditEntry> {
  const stores = openStores(aFolder());
  const { organization } = await anOrganization(stores);
  const { items } = await stores.audit.list(organization.id, { limit: 1 });
  return items[0] as AuditEntry;
}

const all = () => true;

it("an export is read entry by entry, wherever the file is cut, and only what is wanted is held", async () => {
  const entry = await anEntry();
  const path = join(aFolder(), "export.jsonl");
  const entries = Array.from({ length: 2_000 }, (_, index) => ({ ...entry, seq: index + 1 }));
  writeFileSync(path, entries.map((one) => JSON.stringify(one)).join("\r\n\n"));
  const seqsOf = async (isWanted: (one: AuditEntry) => boolean) => {
    const logs = await readAuditExport(path, isWanted);
    expect([...logs.keys()]).toEqual([entry.organizationId]);
    return logs.get(entry.organizationId)?.map(({ seq }) => seq);
  };
  expect(await seqsOf(all)).toEqual(entries.map(({ seq }) => seq));
  expect(await seqsOf(({ seq }) => seq > 1_998)).toEqual([1_999, 2_000]);
});

it("what is no entry is named by its line, and a line without end is not read to its end", async () => {
  const path = join(aFolder(), "export.jsonl");
  writeFileSync(path, `${JSON.stringify(await anEntry())}\n{"seq":2}\n`);
  await expect(readAuditExport(path, all)).rejects.toThrow(/^Line 2 of .* is no entry/);
  await expect(readAuditExport("/dev/zero", all)).rejects.toThrow("Line 1 of /dev/zero is no entry");
  await expect(readAuditExport(join(path, "none"), all)).rejects.toMatchObject({ code: "unusable" });
});
