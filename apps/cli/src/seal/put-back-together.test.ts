import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { issue } from "@katkey/keys";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { anInstallation, tamper } from "../../testing/installation.ts";
import { aServer } from "../../testing/server.ts";
import { aShell } from "../../testing/shell.ts";

const changed = ["api_key", "audit_entry", "audit_head", "seal", "seal_total"];

/** All that a revocation changes, as it was in this copy. */
function putBack(directory: string, copy: string): void {
  const old = new Sqlite(copy, { readonly: true });
  const named = old.prepare<[string], string>("select name from pragma_table_info(?)").pluck();
  const statements = changed.map((table) => {
    const columns = named.all(table).join();
    return `delete from main."${table}"; insert into main."${table}" (${columns}) select ${columns} from old."${table}";`;
  });
  old.close();
  const sql = `attach '${copy}' as old; begin immediate; ${statements.join("")} commit;`;
  tamper(directory, "katkey.db", `pragma foreign_keys = off; ${sql}`);
}

it("all that is sealed, put back together, is believed by no process that is renewed beside one that knew more", async () => {
  const { directory, desk, act, close } = await anInstallation();
  const request = { name: "Shop", note: null, environment: "live", expiresAt: null } as const;
  const { key, token } = await issue(desk, act, { ...request, scopes: ["keys:read"] });
  close();
  const settings = {
    KATKEY_DATA_DIR: directory,
    KATKEY_LOG_LEVEL: "info",
    KATKEY_SEAL_KEY: "01".repeat(32),
  };
  const katkey = aShell(settings);
  await katkey("seal", "apply");
  const copy = join(directory, "old.db");
  new Sqlite(join(directory, "katkey.db")).exec(`vacuum into '${copy}'`).close();

  const { url, said, logged, hear, end } = await aServer({ ...settings, KATKEY_PROCESSES: "2" });
  await expect.poll(logged, { timeout: 60_000 }).toContain("all processes listen");
  const headers = { authorization: `Bearer ${token}`, connection: "close" };
  const asked = async () => (await fetch(`${url}/v1/user`, { headers })).status;
  expect(await katkey("keys", "revoke", key.id, "--reason", "unused")).toMatchObject({ code: 0 });
  expect([await asked(), await asked()]).toEqual([401, 401]);
  // Each of them tells so each second.
  await sleep(4_000);
  putBack(directory, copy);
  hear("SIGHUP");
  await expect.poll(said, { timeout: 60_000 }).toContain("does not hold the rows that were sealed last");
  expect([await asked(), await asked()]).toEqual([401, 401]);
  await end("SIGTERM");
  // What it does not do: whoever begins alone knows of nothing else.
  expect(await katkey("seal", "check")).toMatchObject({ code: 0 });
});
