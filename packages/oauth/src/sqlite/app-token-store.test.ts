import { createScopeRules } from "@katkey/keys";
import { keysMigrations, openDatabase } from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteAppTokenStore } from "./app-token-store.ts";
import { findAppTokenOn } from "./find-app-token.ts";
import { oauthMigrations } from "./migrations.ts";

function aDatabase() {
  const migrations = [...keysMigrations, ...oauthMigrations];
  const database = openDatabase({ path: ":memory:", migrations, now: 0 });
  onTestFinished(() => void database.close());
  // Another package's, as far as it is read.
  database.exec("create table user (id text primary key, banned_at integer)");
  return database;
}

it("reads each table by a key, and none from one end to the other, whatever is asked for", () => {
  const database = aDatabase();
  const plan = database
    .prepare<[string], { detail: string }>(`explain query plan ${findAppTokenOn(database)}`)
    .all("x");
  const steps = plan.map(({ detail }) => detail);
  expect(steps.filter((step) => step.startsWith("SCAN") && step !== "SCAN CONSTANT ROW")).toEqual([]);
  expect(steps.filter((step) => step.startsWith("SEARCH")).length).toBeGreaterThanOrEqual(8);
});

it("finds nothing where there is nothing", async () => {
  const store = createSqliteAppTokenStore(aDatabase(), createScopeRules([]));
  expect(await store.find("x", new Uint8Array(32))).toBeNull();
});
