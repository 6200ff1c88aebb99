import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createIdentity } from "@katkey/identity";
import { createOrganization, createScopeRules } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { schema } from "@katkey/server/schema";
import Sqlite from "better-sqlite3";
import { onTestFinished } from "vitest";
import { aDirectory, type WhenDone } from "./directory.ts";
import { aShellOn } from "./shell.ts";

export const password = "correct horse battery staple";
export const origin = "http://localhost:3000";

interface InstallationOptions {
  /** When it was made. */
  readonly now?: number;
  readonly whenDone?: WhenDone;
}

/** Acme, which Ada owns, on databases that stay open as a server's do, and the shell beside them. */
export async function anInstallation({
  now = Date.now(),
  whenDone = onTestFinished,
}: InstallationOptions = {}) {
  const directory = aDirectory(whenDone);
  const open = (name: keyof typeof schema) =>
    sqlite.openDatabase({ path: join(directory, name), migrations: schema[name], now });
  const [database, usage] = [open("katkey.db"), open("usage.db")];
  const close = () => [database, usage].forEach((one) => void one.close());
  whenDone(close);
  const scopes = createScopeRules([]);
  const desk = {
    tenancy: sqlite.createSqliteTenancyStore(database),
    store: sqlite.createSqliteKeyStore(database, scopes),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    random: randomBytes,
    brand: "kat",
    scopes,
  };
  const identity = createIdentity({
    database,
    write: sqlite.createWrite(database),
    origin,
    secret: randomBytes(32).toString("base64url"),
    now: Date.now,
    random: randomBytes,
    pause: () => Promise.resolve(),
  });
  const aPerson = (name: string, operator = false) =>
    identity.createUser({ name, email: `${name.toLowerCase()}@example.com`, password, operator });
  const ada = await aPerson("Ada");
  const owner = { userId: ada.id, email: ada.email };
  const from = { now, address: "192.0.2.1", requestId: null };
  const { organization, member } = await createOrganization(desk, {
    name: "Acme",
    plan: "standard",
    owner,
    ...from,
  });
  const actor = { type: "member", ...owner, memberId: member.id, role: "owner" } as const;
  const audit = sqlite.createSqliteAuditLog(database);
  return {
    directory,
    database,
    usage,
    close,
    desk,
    identity,
    aPerson,
    ada,
    organization,
    /** What Ada does. */
    act: { organizationId: organization.id, actor, ...from },
    audit,
    lastEntry: async () => (await audit.list(organization.id, { limit: 1 })).items[0],
    katkey: aShellOn(directory),
  };
}

/** As somebody does who has the file, past every law. Leaves the schema as it was. */
export function tamper(directory: string, name: keyof typeof schema, sql: string): void {
  const database = new Sqlite(join(directory, name));
  const triggers = database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  for (const { name: trigger } of triggers) database.exec(`drop trigger "${trigger}"`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(trigger.sql);
  database.close();
}
