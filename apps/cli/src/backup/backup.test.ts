import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrganization } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { schema } from "@katkey/server/schema";
import { describe, expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "../main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function katkey(
  directory: string,
  typed: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: directory, ...settings };
    const child = execFile(process.execPath, [cli, ...typed], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** A folder with the data of an organization, open as a server has it, and a place for backups. */
async function anInstallation() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [data, restored, file] = ["data", "restored", "katkey.tar"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const now = Date.now();
  mkdirSync(data, { mode: 0o700 });
  const databases = (["katkey.db", "usage.db"] as const).map((name) =>
    sqlite.openDatabase({ path: join(data, name), migrations: schema[name], now }),
  );
  onTestFinished(() => databases.forEach((database) => void database.close()));
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const tenancy = sqlite.createSqliteTenancyStore(databases[0] as (typeof databases)[number]);
  await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, now, address: null, requestId: null },
  );
  writeFileSync(join(data, "session-secret"), "s".repeat(43));
  return { folder, data, restored, file };
}

describe("katkey backup and restore", () => {
  it("bring an installation elsewhere, with the secret that was kept apart", async () => {
    const { data, restored, file } = await anInstallation();
    const made = await katkey(data, ["backup", file]);
    expect(made).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(made.stderr).toMatch(/1 organizations, 0 keys, 1 entries in 1 logs/);
    expect(readFileSync(file).includes("s".repeat(43))).toBe(false);

    const secret = join(data, "session-secret");
    const back = await katkey(restored, ["restore", file, "--session-secret", secret]);
    expect(back).toMatchObject({ code: 0, stdout: `Restored into ${restored}.\n` });
    expect(readdirSync(restored).toSorted()).toEqual(["katkey.db", "session-secret", "usage.db"]);

    const again = await katkey(restored, ["restore", file, "--json"]);
    expect(again.code).toBe(2);
    expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: "backup_not_empty" } });
  });

  it("say what will not be as it was", async () => {
    const { data, restored, file } = await anInstallation();
    await katkey(data, ["backup", file], { KATKEY_TOKEN_BRAND: "acme" });
    const { code, stdout } = await katkey(restored, ["restore", file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/No session secret was given/);
    expect(stdout).toMatch(/set KATKEY_TOKEN_BRAND=acme/);
  });

  it("check a backup without touching anything", async () => {
    const { folder, data, restored, file } = await anInstallation();
    await katkey(data, ["backup", file]);
    const whole = await katkey(restored, ["restore", file, "--check", "--json"]);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ well: true, faults: [] });
    expect(readdirSync(folder).toSorted()).toEqual(["data", "katkey.tar"]);

    const bytes = readFileSync(file);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const flipped = await katkey(restored, ["restore", file, "--check"]);
    expect(flipped).toMatchObject({
      code: 1,
      stdout: "katkey.db has another SHA-256 than the manifest says.\n",
    });

    truncateSync(file, 1_000);
    expect((await katkey(restored, ["restore", file, "--check"])).code).toBe(1);
    expect((await katkey(restored, ["restore", join(folder, "none.tar")])).code).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(["data", "katkey.tar"]);
  });

  it("exit with 2 where nothing can be backed up, or something is in the way", async () => {
    const { data, restored, file } = await anInstallation();
    expect(await katkey(restored, ["backup", file])).toMatchObject({ code: 2, stdout: "" });
    writeFileSync(file, "");
    expect(await katkey(data, ["backup", file])).toMatchObject({ code: 2, stdout: "" });
    expect(await katkey(data, ["backup", file, "--force"])).toMatchObject({ code: 0 });
  });
});
