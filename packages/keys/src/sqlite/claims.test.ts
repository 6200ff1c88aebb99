import { drizzle } from "drizzle-orm/better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { claimLifetimeMs } from "../claim.ts";
import { anAuditEvent } from "../testing/audit-log-contract.ts";
import { noon } from "../testing/index.ts";
import { keysMigrations, openDatabase } from "./index.ts";
import { recorded } from "./recorded.ts";

function open() {
  const database = openDatabase({ path: ":memory:", migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  for (const id of ["org_1", "org_2"]) {
    database
      .prepare(
        "insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values (?, 'A', 'standard', null, 1, null, 0)",
      )
      .run(id);
  }
  const count = database.prepare("select count(*) from claim where organization_id = ?").pluck();
  const db = drizzle(database);
  let claims = 0;
  const claimAt = async (organizationId: "org_1" | "org_2", at: number) => {
    const deed = {
      standing: null,
      events: [{ ...anAuditEvent(organizationId), at }],
      claim: { id: `claim ${(claims += 1)}`, fingerprint: "f" },
    } as const;
    await recorded(db, deed, { done: true, change: () => true });
  };
  return { claimAt, count: (organizationId: string) => count.get(organizationId) };
}

it("takes some of the organization's forgotten claims away with each new one, and no other", async () => {
  const { claimAt, count } = open();
  for (let i = 0; i < 15; i += 1) await claimAt("org_1", noon);
  await claimAt("org_1", noon + 1);
  await claimAt("org_2", noon);
  const end = noon + claimLifetimeMs;
  await claimAt("org_1", end);
  expect(count("org_1")).toBe(16 - 10 + 1);
  await claimAt("org_1", end);
  expect(count("org_1")).toBe(1 + 2);
  expect(count("org_2")).toBe(1);
});
