import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createOrganization } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "../main.ts");
const serverMain = join(import.meta.dirname, "../../../server/src/main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");
const [old, next] = ["01", "02"].map((byte) => byte.repeat(32));

/** The directory of an installation with an organization, and the commands and the server on it. */
async function aDirectory() {
  const directory = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const now = Date.now();
  const path = join(directory, "katkey.db");
  const database = sqlite.openDatabase({ path, migrations: sqlite.keysMigrations, now });
  const tenancy = sqlite.createSqliteTenancyStore(database);
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const organization = {
    name: "Acme",
    plan: "standard",
    owner,
    now,
    address: null,
    requestId: null,
  } as const;
  await createOrganization({ tenancy, random: randomBytes }, organization);
  database.close();
  const settings = (seal: string | undefined) => ({
    NODE_COMPILE_CACHE: compileCache,
    KATKEY_DATA_DIR: directory,
    KATKEY_LOG_LEVEL: "error",
    ...(seal !== undefined && { KATKEY_SEAL_KEY: seal }),
  });
  const katkey = (seal: string | undefined, ...typed: readonly string[]) =>
    new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        [cli, "seal", ...typed],
        { env: settings(seal) },
        (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
      );
    });
  return { directory, katkey, start: (seal?: string) => startOn(settings(seal)) };
}

/** Resolves to the sentence with which it ended, or to how it is stopped once it is ready. */
async function startOn(settings: Readonly<Record<string, string>>) {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const child = spawn(process.execPath, [serverMain], { env: { ...settings, PORT: String(port) } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<string>((resolve) => child.once("exit", () => resolve(said)));
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok ?? false;
  while (child.exitCode === null && !(await isReady())) await sleep(20);
  if (child.exitCode !== null) return { refused: await ended };
  return {
    refused: null,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

it("seals an installation, lets its server start with the key alone, and names what was changed from outside", async () => {
  const { directory, katkey, start } = await aDirectory();
  const plain = await start();
  await plain.stop?.();
  expect((await start(old)).refused).toContain("is not sealed, and KATKEY_SEAL_KEY is set");
  expect(await katkey(undefined, "apply")).toMatchObject({ code: 2, stderr: "Set KATKEY_SEAL_KEY first.\n" });
  expect(await katkey(old, "check")).toMatchObject({ code: 2 });

  const applied = await katkey(old, "apply");
  expect(applied).toMatchObject({ code: 0, stderr: "" });
  expect(applied.stdout).toMatch(/^\d+ rows are sealed as they are\.\n$/);
  expect((await start()).refused).toContain("is sealed. Set KATKEY_SEAL_KEY");
  expect((await start(next)).refused).toContain("sealed with another key");
  const running = await start(old);
  expect(running.refused).toBeNull();
  expect(await katkey(old, "check")).toMatchObject({ code: 0 });

  // The key is changed in two steps, each known to the server before anything is sealed with it.
  expect(await katkey(`${next},${old}`, "renew")).toMatchObject({ code: 0 });
  expect(await katkey(next, "check")).toMatchObject({ code: 0 });

  const database = new Sqlite(join(directory, "katkey.db"));
  onTestFinished(() => void database.close());
  database.exec("update member set role = 'admin'");
  const checked = await katkey(next, "check", "--json");
  expect(checked.code).toBe(1);
  const { unsound, examples } = JSON.parse(checked.stdout);
  expect([unsound, examples]).toMatchObject([1, [{ table: "member", state: "broken" }]]);
  const again = await katkey(next, "renew");
  expect(again).toMatchObject({ code: 1 });
  expect(again.stdout).toMatch(/^member mem_\w+ is not what was sealed\n/);

  expect(await katkey(next, "remove")).toMatchObject({ code: 0 });
  const actions = database
    .prepare(
      "select action, actor_label from audit_entry where organization_id = 'installation' order by seq",
    )
    .raw()
    .all();
  expect(actions).toEqual([
    ["seal.applied", "katkey seal apply"],
    ["seal.renewed", "katkey seal renew"],
    ["seal.renewed", "katkey seal renew"],
    ["seal.removed", "katkey seal remove"],
  ]);
  await running.stop?.();
  expect((await start()).refused).toBeNull();
});
