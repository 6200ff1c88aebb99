import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { catalogMigrations } from "@katkey/catalog/sqlite";
import { createBanCheck, createOperatorCheck, identityMigrations } from "@katkey/identity";
import { createScopeRules, isId } from "@katkey/keys";
import {
  createSqliteAppStore,
  createSqliteGrantStore,
  createSqliteKeyStore,
  createSqliteTenancyStore,
  keysMigrations,
  openDatabase,
} from "@katkey/keys/sqlite";
import { oauthMigrations } from "@katkey/oauth/sqlite";
import { onTestFinished } from "vitest";

const main = join(import.meta.dirname, "../../src/main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");
const origin = "http://katkey.test";
const operator = { email: "ada@example.com", password: "correct horse battery staple" };

/** The product as two processes on one installation, whose operator is signed in, and the installation itself. */
export async function twoProcesses() {
  const directory = mkdtempSync(join(tmpdir(), "katkey-two-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const urls = [await started(directory), await started(directory)] as const;
  const signedIn = await fetch(`${urls[0]}/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(operator),
  });
  const [cookie = ""] = (signedIn.headers.getSetCookie()[0] ?? "").split(";", 1);
  const { database, services } = opened(directory);
  const id = database.prepare<[], string>("select id from user").pluck().get() ?? "";
  if (!isId("usr", id)) throw new Error("nobody was set up");
  return { urls, origin, url: urls[0], services, user: { id, email: operator.email, cookie } };
}

async function started(directory: string): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      NODE_COMPILE_CACHE: compileCache,
      PORT: String(port),
      KATKEY_DATA_DIR: directory,
      KATKEY_ORIGIN: origin,
      KATKEY_ADMIN_EMAIL: operator.email,
      KATKEY_ADMIN_PASSWORD: operator.password,
      KATKEY_FAILED_AUTH_PER_MINUTE: "1000000",
      KATKEY_LOG_LEVEL: "error",
    },
  });
  const gone = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await gone;
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return url;
    await sleep(20);
  }
  throw new Error(said);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

function opened(directory: string) {
  const migrations = [...keysMigrations, ...identityMigrations, ...catalogMigrations, ...oauthMigrations];
  const path = join(directory, "katkey.db");
  const database = openDatabase({ path, migrations, now: Date.now(), mustExist: true });
  onTestFinished(() => void database.close());
  const isOperator = createOperatorCheck(database);
  const scopes = createScopeRules([]);
  const desk = {
    store: createSqliteKeyStore(database, scopes),
    tenancy: createSqliteTenancyStore(database, isOperator, createBanCheck(database)),
    random: randomBytes,
    brand: "kat",
    scopes,
    apps: createSqliteAppStore(database, isOperator),
    grants: createSqliteGrantStore(database),
  };
  const clock = { now: Date.now, monotonic: () => performance.now() };
  return { database, services: { desk, clock } };
}
