import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createToken, issue, revoke } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aDirectory } from "../../testing/directory.ts";
import { anInstallation } from "../../testing/installation.ts";
import { aShell } from "../../testing/shell.ts";

/** An installation with a key that is live and one that is revoked, and a directory to look through. */
async function setUp() {
  const { directory, desk, act, audit } = await anInstallation();
  const app = join(aDirectory(), "app");
  mkdirSync(app);
  const aKey = (name: string) =>
    issue(desk, act, { name, note: null, environment: "live", addresses: [], expiresAt: null });
  const [live, ended] = [await aKey("Warehouse"), await aKey("Old")];
  await revoke(desk, act, { keyId: ended.key.id, reason: "unused", text: null });
  const { organizationId } = act;
  return {
    app,
    put: (name: string, content: string | Buffer) => writeFileSync(join(app, name), content),
    scan: (typed: readonly string[], input = "") =>
      aShell({ KATKEY_DATA_DIR: directory }, input)("keys", "scan", ...typed),
    live,
    ended,
    keyNow: () => desk.store.findKey(organizationId, live.key.id),
    entries: async () => (await audit.list(organizationId, { objectId: live.key.id, limit: 9 })).items,
  };
}

const masked = (token: string) => `kat_live_…${token.slice(-4)}`;

describe("katkey keys scan", () => {
  it("finds live tokens in text, programs and hidden files below a directory, and never shows them", async () => {
    const { app, put, scan, live, ended } = await setUp();
    put(".env", `A=1\nKEY=${live.token}\n`);
    mkdirSync(join(app, ".git/deep"), { recursive: true });
    put(".git/deep/blob", Buffer.concat([randomBytes(300_000), Buffer.from(live.token), randomBytes(9)]));
    put("old.txt", ended.token);
    put("other.txt", createToken("kat", "live", randomBytes));
    put("wrong.txt", `${live.token.slice(0, -1)}!`);
    symlinkSync(join(app, ".env"), join(app, "link"));
    symlinkSync(app, join(app, "loop"));
    const { code, stdout, stderr } = await scan([app]);
    const lines = stdout.trimEnd().split("\n").toSorted();
    const whose = `Warehouse (${live.key.id}) of Acme`;
    expect(lines).toHaveLength(4);
    expect(lines.find((line) => line.startsWith(join(app, ".env")))).toContain(
      `${join(app, ".env")}:2:5  ${masked(live.token)}  live, ${whose}`,
    );
    expect(lines.filter((line) => line.includes("  live, "))).toHaveLength(2);
    expect(lines.filter((line) => line.includes("  ended, Old"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("another installation's"))).toHaveLength(1);
    expect(stderr).toMatch(/^Looked at 5 files, 300\.4 kB: 4 tokens, 2 of them live or perhaps so\.\n$/);
    expect(code).toBe(1);
    for (const { token } of [live, ended]) expect(stdout + stderr).not.toContain(token.slice(26));
  });

  it("ends well where none is live, and reads what comes in", async () => {
    const { app, put, scan, live, ended } = await setUp();
    put("old.txt", ended.token);
    expect((await scan([app])).code).toBe(0);
    const { code, stdout } = await scan(["-", "--json"], `\n${live.token}`);
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      {
        well: false,
        files: 1,
        live: 1,
        found: [{ path: "(standard input)", line: 2, column: 1, state: "live", outcome: null }],
      },
    ]);
    expect(stdout).not.toContain(live.token.slice(26));
  });

  it("marks or revokes the keys of live tokens, on record as what was typed", async () => {
    const { app, put, scan, live, keyNow, entries } = await setUp();
    put(".env", `${live.token}\n${live.token}`);
    const marked = await scan([app, "--mark"]);
    expect([marked.code, marked.stdout.match(/; marked as exposed/g)?.length]).toEqual([1, 2]);
    expect((await keyNow())?.secrets[0].exposure).toMatchObject({
      source: "scan",
      url: `${join(app, ".env")}:1:1`,
    });
    expect((await scan([app, "--revoke"])).stdout).toContain("; revoked");
    expect((await keyNow())?.revocation).toMatchObject({ reason: "compromised" });
    const again = await scan([app, "--revoke"]);
    expect([again.code, again.stdout.includes("; revoked")]).toEqual([0, false]);
    expect((await entries()).map(({ action, actor }) => [action, actor.type, actor.label])).toEqual([
      ["key.revoked", "operator", "katkey keys scan"],
      ["key.exposed", "operator", "katkey keys scan"],
      ["key.issued", "user", "ada@example.com"],
    ]);
  });

  it("finds service tokens, and says that it cannot tell of those of apps", async () => {
    const { scan } = await setUp();
    const [secret, service] = (["ocs", "svc"] as const).map((kind) => createToken("kat", kind, randomBytes));
    const { code, stdout } = await scan(["-"], `${secret}\n${service}`);
    expect(code).toBe(1);
    expect(stdout).toContain("kat_ocs_…");
    expect(stdout).toContain("perhaps live: an app's");
    expect(stdout).toContain("unknown here: another installation's, a service token");
  });

  it("looks where a link leads that was typed, and does not take for looked at what is no file", async () => {
    const { app, put, scan, live } = await setUp();
    put(".env", live.token);
    const link = join(app, "..", "link");
    symlinkSync(app, link);
    const { code, stdout } = await scan([link]);
    expect([code, stdout.startsWith(`${link}/.env:1:1  ${masked(live.token)}  live`)]).toEqual([1, true]);
    const device = await scan(["/dev/zero"]);
    expect([device.code, device.stderr]).toEqual([2, expect.stringContaining("is no file and no directory")]);
  });

  it("says what it could not read, and what was mistyped", async () => {
    const { app, put, scan } = await setUp();
    expect((await scan([join(app, "nowhere")])).code).toBe(2);
    expect((await scan([app, "--mark", "--revoke"])).code).toBe(2);
    expect((await scan([])).code).toBe(2);
    put("secret", "x");
    chmodSync(join(app, "secret"), 0);
    const { code, stderr } = await scan([app]);
    // Nothing is kept from root.
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else expect([code, stderr]).toEqual([1, expect.stringContaining("could not be read (EACCES)")]);
  });
});
