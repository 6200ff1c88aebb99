import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrganization, createScopeRules, issue, type Act, type MemberActor } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { onTestFinished } from "vitest";
import type { Schema } from "../installation.ts";

export const noon = Date.UTC(2026, 10, 21, 12);

export const schema: Schema = { "katkey.db": sqlite.keysMigrations, "usage.db": sqlite.usageMigrations };

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The stores of a data directory, as a server has them open. */
export function openStores(directory: string) {
  const open = (name: keyof Schema) =>
    sqlite.openDatabase({ path: join(directory, name), migrations: schema[name], now: noon });
  const database = open("katkey.db");
  const usage = sqlite.createSqliteUsageLog(open("usage.db"), (cause) => {
    throw cause;
  });
  const scopes = createScopeRules([]);
  const desk = {
    store: sqlite.createSqliteKeyStore(database, scopes),
    tenancy: sqlite.createSqliteTenancyStore(database, () => true),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database, () => true),
    apps: sqlite.createSqliteAppStore(database, () => true),
    grants: sqlite.createSqliteGrantStore(database),
    random: randomBytes,
    brand: "kat",
    scopes,
  };
  const close = () => {
    usage.close();
    database.close();
  };
  onTestFinished(close);
  return { database, usage, desk, audit: sqlite.createSqliteAuditLog(database), close };
}

/** An organization with an owner, who may do everything in it. */
export async function anOrganization({ desk }: Pick<ReturnType<typeof openStores>, "desk">, name = "Acme") {
  const owner = { userId: `usr_${name}`, email: `ada@${name.toLowerCase()}.example` } as const;
  const { organization, member } = await createOrganization(desk, {
    name,
    plan: "standard",
    owner,
    now: noon,
    address: null,
    requestId: null,
  });
  const act: Act<MemberActor> = {
    organizationId: organization.id,
    actor: { type: "member", ...owner, memberId: member.id, role: "owner" },
    now: noon,
    address: null,
    requestId: null,
  };
  const aKey = (keyName: string) =>
    issue(desk, act, {
      name: keyName,
      note: null,
      environment: "live",
      scopes: ["products:read"],
      addresses: [],
      expiresAt: null,
    });
  return { organization, member, act, aKey };
}

export function aRequest(source: string, destination: string) {
  return {
    source: { "katkey.db": join(source, "katkey.db"), "usage.db": join(source, "usage.db") },
    schema,
    sealing: null,
    destination,
    force: false,
    katkeyVersion: "0.1.0",
    tokenBrand: "kat",
    sessionSecret: "secret",
    now: noon,
  };
}
