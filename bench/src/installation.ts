import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identityMigrations } from "@katkey/identity";
import { builtInScopeRules, createId, createOrganization, issue } from "@katkey/keys";
import {
  createSqliteKeyStore,
  createSqliteTenancyStore,
  keysMigrations,
  openDatabase,
} from "@katkey/keys/sqlite";
import { freePort } from "../../scripts/free-port.mjs";

const main = join(import.meta.dirname, "../../apps/server/src/main.ts");

/** An organization with keys in a data directory, past the server. */
export async function seed(dataDirectory: string, { keys }: { readonly keys: number }) {
  const now = Date.now() - 1_000;
  const path = join(dataDirectory, "katkey.db");
  const database = openDatabase({ path, migrations: [...keysMigrations, ...identityMigrations], now });
  const tenancy = createSqliteTenancyStore(database);
  const desk = {
    store: createSqliteKeyStore(database),
    tenancy,
    random: randomBytes,
    brand: "kat",
    scopes: builtInScopeRules,
  };
  const userId = createId("usr", now, randomBytes);
  const owner = { userId, email: "olivia@example.com" };
  const context = { now, address: null, requestId: null };
  const created = { name: "Acme", plan: "enterprise", owner, ...context } as const;
  const { organization, member } = await createOrganization(desk, created);
  const actor = { type: "member", ...owner, memberId: member.id, role: "owner" } as const;
  const act = { organizationId: organization.id, actor, ...context };
  const issued = [];
  for (let i = 0; i < keys; i += 1) {
    const request = {
      name: `Key ${i}`,
      note: null,
      environment: "live",
      addresses: [],
      expiresAt: null,
    } as const;
    issued.push(await issue(desk, act, request));
  }
  database.close();
  return { organizationId: organization.id, issued };
}

/** The product as a process of its own, until the bench ends. */
export async function startServer(dataDirectory: string) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      KATKEY_ORIGIN: origin,
      KATKEY_DATA_DIR: dataDirectory,
    },
  });
  process.on("exit", () => void child.kill("SIGKILL"));
  while (!(await fetch(`${origin}/readyz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await sleep(20);
  }
  return {
    origin,
    /** How long its thread has been at work, whatever else the machine does; `NaN` where the system does not tell. */
    workedMs(): number {
      const file = `/proc/${child.pid}/schedstat`;
      return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ", 1)[0]) / 1e6 : Number.NaN;
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
