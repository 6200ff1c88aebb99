import { randomBytes } from "node:crypto";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { identityMigrations } from "./migrations.ts";
import * as schema from "./schema.ts";
import { ada, openInstallation, openTestDatabase } from "./testing/installation.ts";

describe("the tables", () => {
  it.each(Object.values(schema).map((table) => getTableConfig(table)))(
    "$name has in the database the columns that the code knows",
    ({ name, columns }) => {
      const database = openTestDatabase(":memory:");

      const found = database.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(name);

      expect(found).toEqual(columns.map((column) => column.name));
    },
  );

  it.each([
    ["two users with one address", "UPDATE user SET email = 'same'"],
    ["two accounts of one provider with one name", "UPDATE account SET account_id = 'same'"],
    ["two sessions with one token", "UPDATE session SET token = 'same'"],
    ["a session of nobody", "UPDATE session SET user_id = 'usr_nobody'"],
    ["an account of nobody", "UPDATE account SET user_id = 'usr_nobody'"],
  ])("cannot hold %s", async (_, statement) => {
    const { identity, database, signIn } = await openInstallation();
    for (const email of ["ada@example.com", "grace@example.com"]) {
      await identity.createUser({ ...ada, email });
      await signIn({ ...ada, email });
    }

    expect(() => database.exec(statement)).toThrow(/constraint failed/);
  });

  it("hold times in whole milliseconds", async () => {
    const { identity, database, signIn } = await openInstallation();
    await identity.createUser(ada);
    await signIn(ada);

    const times = database
      .prepare("SELECT user.created_at, session.created_at, session.expires_at FROM user, session")
      .raw()
      .all();

    for (const time of times.flat()) expect(String(time)).toMatch(/^\d{13}$/);
  });
});

it("names its migrations in the order in which they are applied", () => {
  const names = identityMigrations.map((migration) => migration.name);

  expect(names[0]).toBe("identity/0000_people");
  expect(names).toEqual(names.toSorted());
});

it("reports nothing to the log while all is well", async () => {
  const faults: unknown[] = [];
  const { identity, post, signIn } = await openInstallation({ onFault: (...fault) => faults.push(fault) });
  await identity.createUser(ada);
  await signIn({ ...ada, password: randomBytes(16).toString("hex") });
  const { cookie } = await signIn(ada);
  await post("/sign-out", {}, { cookie });

  expect(faults).toEqual([]);
});
