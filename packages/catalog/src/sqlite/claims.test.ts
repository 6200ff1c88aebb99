import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { claimLifetimeMs } from "../claim.ts";
import { noon } from "../testing/catalog.ts";
import { insertClaim } from "./claims.ts";
import { catalogMigrations } from "./migrations.ts";

function open() {
  const asked: string[] = [];
  const database = new Sqlite(":memory:", { verbose: (sql) => asked.push(String(sql)) });
  onTestFinished(() => void database.close());
  for (const { sql } of catalogMigrations) database.exec(sql);
  const db = drizzle(database);
  let claims = 0;
  const claimAt = (organizationId: string, createdAt: number) => {
    const claim = { id: `claim ${(claims += 1)}`, fingerprint: "f" };
    insertClaim(db, claim, { id: "prd_1", organizationId, createdAt });
  };
  const count = database.prepare("select count(*) from product_claim where organization_id = ?").pluck();
  return { database, asked, claimAt, count: (organizationId: string) => count.get(organizationId) };
}

it("takes some of the organization's forgotten claims away with each new one, and no other", () => {
  const { claimAt, count } = open();
  for (let i = 0; i < 15; i += 1) claimAt("org_1", noon);
  claimAt("org_1", noon + 1);
  claimAt("org_2", noon);
  const end = noon + claimLifetimeMs;
  claimAt("org_1", end);
  expect(count("org_1")).toBe(16 - 10 + 1);
  claimAt("org_1", end);
  expect(count("org_1")).toBe(1 + 2);
  expect(count("org_2")).toBe(1);
});

it("walks through no other organization's claims for that", () => {
  const { database, asked, claimAt } = open();
  claimAt("org_1", noon);
  const forgetting = asked.find((sql) => sql.startsWith("delete")) ?? "";
  const steps = database.prepare<[], { detail: string }>(`explain query plan ${forgetting}`).all();
  expect(steps.map(({ detail }) => detail)).toContain(
    "SEARCH product_claim USING INDEX product_claim_by_age (organization_id=? AND at<?)",
  );
});
