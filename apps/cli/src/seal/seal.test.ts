import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { anInstallation, tamper } from "../../testing/installation.ts";
import { aFreePort, aServer } from "../../testing/server.ts";
import { aShell, aShellOn } from "../../testing/shell.ts";

const [old, next] = ["01".repeat(32), "02".repeat(32)] as const;

/** The directory of an installation, and the commands and the server on it, with this key or none. */
async function sealable() {
  const { directory, close } = await anInstallation();
  close();
  const settings = (seal: string | undefined) => ({
    KATKEY_DATA_DIR: directory,
    KATKEY_LOG_LEVEL: "error",
    ...(seal !== undefined && { KATKEY_SEAL_KEY: seal }),
  });
  return {
    directory,
    katkey: (seal: string | undefined, ...typed: readonly string[]) =>
      aShell(settings(seal))("seal", ...typed),
    start: (seal?: string) => aServer(settings(seal)),
  };
}

it("seals once: what was planted since is not sealed by typing it again, and anew only by name", async () => {
  const { directory, katkey } = await sealable();
  expect(await katkey(old, "apply")).toMatchObject({ code: 0 });
  tamper(directory, "katkey.db", "update member set role = 'admin'");
  for (const key of [old, next]) {
    const again = await katkey(key, "apply");
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toMatch(/^The database is sealed already: katkey seal check looks at it/);
  }
  expect(await katkey(old, "check")).toMatchObject({ code: 1 });
  expect(await katkey(next, "apply", "--anew")).toMatchObject({ code: 0 });
  expect(await katkey(next, "check")).toMatchObject({ code: 0 });
});

it("is neither applied nor removed while a server has the database open, and changes nothing then", async () => {
  const { katkey, start } = await sealable();
  expect(await katkey(old, "apply")).toMatchObject({ code: 0 });
  const running = await start(old);
  for (const typed of [["apply", "--anew"], ["remove"]]) {
    const beside = await katkey(old, ...typed, "--json");
    expect(beside).toMatchObject({ code: 2, stdout: "" });
    expect(JSON.parse(beside.stderr)).toEqual({
      error: {
        code: "database_in_use",
        message: expect.stringMatching(/ open: stop it first\. Nothing was changed\.$/),
      },
    });
  }
  expect(await katkey(old, "check")).toMatchObject({ code: 0 });
  await running.end("SIGTERM");
  expect(await katkey(old, "remove")).toMatchObject({ code: 0 });
});

it("seals an installation, lets its server start with the key alone, and names what was changed from outside", async () => {
  const { directory, katkey, start } = await sealable();
  const plain = await start();
  await plain.end("SIGTERM");
  expect((await start(old)).refusal).toContain("is not sealed, and KATKEY_SEAL_KEY is set");
  expect(await katkey(undefined, "apply")).toMatchObject({ code: 2, stderr: "Set KATKEY_SEAL_KEY first.\n" });
  expect(await katkey(old, "check")).toMatchObject({ code: 2 });

  const applied = await katkey(old, "apply");
  expect(applied).toMatchObject({ code: 0, stderr: "" });
  expect(applied.stdout).toMatch(/^Sealed as found: \d+ rows\.\n$/);
  expect((await start()).refusal).toContain("is sealed. Set KATKEY_SEAL_KEY");
  expect((await start(next)).refusal).toContain("sealed with another key");
  const running = await start(old);
  expect(running.refusal).toBeNull();
  expect(await katkey(old, "check")).toMatchObject({ code: 0 });

  await running.end("SIGTERM");
  expect(await katkey(`${next},${old}`, "renew")).toMatchObject({ code: 0 });
  expect(await katkey(next, "check")).toMatchObject({ code: 0 });

  tamper(directory, "katkey.db", "update member set role = 'admin'");
  const checked = await katkey(next, "check", "--json");
  expect(checked.code).toBe(1);
  const { unsound, examples } = JSON.parse(checked.stdout);
  expect([unsound, examples]).toMatchObject([1, [{ table: "member", state: "broken" }]]);
  const again = await katkey(next, "renew");
  expect(again).toMatchObject({ code: 1 });
  expect(again.stdout).toMatch(/^member mem_\w+ is not what was sealed\n/);

  expect(await katkey(next, "remove")).toMatchObject({ code: 0 });
  const database = new Sqlite(join(directory, "katkey.db"));
  onTestFinished(() => void database.close());
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
  expect((await start()).refusal).toBeNull();
});

/** A key that was revoked, on a sealed installation that nobody has open. */
async function revoked() {
  const { directory, organization, close } = await anInstallation();
  close();
  const katkey = aShellOn(directory, { KATKEY_SEAL_KEY: old });
  await katkey("seal", "apply");
  const issued = await katkey("keys", "issue", "Shop", "--organization", organization.id, "--json");
  const { key } = JSON.parse(issued.stdout);
  const before = join(directory, "before.db");
  copyFileSync(join(directory, "katkey.db"), before);
  await katkey("keys", "revoke", key.id, "--reason", "unused");
  return { directory, id: key.id, before, katkey };
}

describe("katkey seal check says what is wrong, in one story, and what to do next", () => {
  const next = /\nNext: .* docs\/operations\.md, "Rows that are not sound"\.\n$/;
  it("after a row was changed, or put back", async () => {
    const { directory, id, before, katkey } = await revoked();
    tamper(directory, "katkey.db", `update api_key set environment = 'test'`);
    const changed = await katkey("seal", "check");
    expect(changed).toMatchObject({ code: 1, stderr: "", stdout: expect.stringMatching(next) });
    expect(changed.stdout).toContain(`api_key ${id} is not what was sealed\n`);
    expect(changed.stdout).toContain("1 row not sound. A server does not start with them: ");

    tamper(
      directory,
      "katkey.db",
      `attach '${before}' as old;
       update api_key set environment = 'live', revoked_at = null, revoked_reason = null;
       update seal set (turn, mac) = (select turn, mac from old.seal where sealed = 'api_key') where sealed = 'api_key'`,
    );
    const back = await katkey("seal", "check");
    expect(back).toMatchObject({ code: 1, stderr: "", stdout: expect.stringMatching(next) });
    expect(back.stdout).toContain(
      `api_key ${id} was revoked, and is not any more: katkey keys revoke ${id} `,
    );
    expect(back.stdout).toContain("but all together are not what was sealed last.");
    expect(back.stdout).toContain("only a restore, or katkey seal apply --anew, lets it start again");
    expect(back.stdout).not.toMatch(/each is what was sealed/);
    // As it says.
    expect(await katkey("keys", "revoke", id, "--reason", "other", "--text", "Put back")).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  it("after a trigger was planted", async () => {
    const { directory, katkey } = await revoked();
    const database = new Sqlite(join(directory, "katkey.db"));
    onTestFinished(() => void database.close());
    database.exec("create trigger evil after insert on migration begin select 1; end");
    const { code, stderr } = await katkey("seal", "check");
    expect(code).toBe(2);
    expect(stderr).toMatch(/docs\/operations\.md, "Rows that are not sound"\. .* DROP TRIGGER "evil";\n$/);
    database.exec('DROP TRIGGER "evil";');
    expect(await katkey("seal", "check")).toMatchObject({ code: 0 });
  });
});

it("is a trouble of the installation, in each of its processes, while a row is not sound that was asked for", async () => {
  const { directory, organization, close } = await anInstallation();
  close();
  const settings = { KATKEY_DATA_DIR: directory, KATKEY_LOG_LEVEL: "error", PORT: await aFreePort() };
  const [bare, katkey] = [aShell(settings), aShell({ ...settings, KATKEY_SEAL_KEY: old })];
  await katkey("seal", "apply");
  const issued = await katkey("keys", "issue", "Shop", "--organization", organization.id, "--json");
  const { key, token } = JSON.parse(issued.stdout);
  const server = await aServer({ ...settings, KATKEY_SEAL_KEY: old, KATKEY_PROCESSES: "2" });
  expect((await bare("status")).stdout).toMatch(/\nseal +on, but KATKEY_SEAL_KEY is not set here: /);

  tamper(directory, "katkey.db", `update api_key set environment = 'test'`);
  const asked = await fetch(`${server.url}/v1/user`, { headers: { authorization: `Bearer ${token}` } });
  expect(asked.status).toBe(401);
  const says = async () => (await fetch(`${server.url}/readyz`, { headers: { connection: "close" } })).text();
  const both = async () => `${await says()}${await says()}`;
  const troubled = '{"status":"degraded","troubles":["rows_unsound"]}';
  // Each connection goes to the next process.
  await expect.poll(both, { timeout: 20_000 }).toBe(troubled + troubled);
  const status = await katkey("status");
  expect(status).toMatchObject({ code: 1, stdout: expect.stringMatching(/\ntroubles +rows_unsound\n/) });
  expect((await katkey("doctor")).stdout).toContain('docs/operations.md, "Rows that are not sound"');

  const rotated = await katkey("keys", "rotate", key.id, "--json");
  expect(rotated).toMatchObject({ code: 2, stdout: "" });
  expect(JSON.parse(rotated.stderr)).toMatchObject({ error: { code: "rows_unsound" } });
  expect(await katkey("keys", "revoke", key.id, "--reason", "unused")).toMatchObject({ code: 0 });
  await expect.poll(both, { timeout: 20_000 }).toBe('{"status":"ok"}{"status":"ok"}');
  expect(await katkey("seal", "check")).toMatchObject({ code: 0 });
  await server.end("SIGTERM");
});
