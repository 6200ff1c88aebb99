import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { admin, aPlace, untilItIsGone } from "../../testing/place.ts";

/** Acme, under a server. */
async function aRunningOne() {
  const { data, settings, katkey, start } = await aPlace();
  await katkey(["init", "--organization", "Acme"], admin);
  const url = await start();
  const { key, token } = JSON.parse((await katkey(["keys", "issue", "one", "--json"])).stdout);
  return {
    data,
    settings,
    katkey,
    revoke: () => katkey(["keys", "revoke", key.id, "--reason", "unused"]),
    asked: async () =>
      (await fetch(`${url}/v1/user`, { headers: { authorization: `Bearer ${token}` } })).status,
    gone: () => untilItIsGone(url),
  };
}

const misleading = /put back a backup|begin from nothing|move all that is there aside/i;

describe("under a running server", () => {
  it.each([
    ["katkey.db is deleted", (data: string) => rmSync(join(data, "katkey.db"))],
    ["the whole directory is moved", (data: string) => renameSync(data, `${data}.moved`)],
    [
      "another katkey.db takes its place",
      (data: string) => {
        copyFileSync(join(data, "katkey.db"), join(data, "other.db"));
        renameSync(join(data, "other.db"), join(data, "katkey.db"));
      },
    ],
    [
      "another directory takes its place, without its secret",
      (data: string) => {
        renameSync(data, `${data}.moved`);
        mkdirSync(data, { mode: 0o700 });
        copyFileSync(join(`${data}.moved`, "katkey.db"), join(data, "katkey.db"));
        copyFileSync(join(`${data}.moved`, "usage.db"), join(data, "usage.db"));
      },
    ],
  ])("where %s, not to stop it is said first, and nothing is told as changed", async (_, lose) => {
    const { data, katkey, revoke, asked, gone } = await aRunningOne();
    lose(data);
    await gone();
    const [doctor, status, revoked] = [await katkey(["doctor"]), await katkey(["status"]), await revoke()];
    expect(doctor.stdout).toMatch(/^server: Do not stop the server at http:.*"Damaged files"/);
    expect(doctor.stdout).not.toMatch(misleading);
    expect(doctor.code).toBe(1);
    expect(status.stdout).toMatch(
      /^server +do not stop it: .*"Damaged files".*\n(.*\n)?troubles +.*database_gone/,
    );
    expect(status.stdout).not.toMatch(misleading);
    expect(status.code).toBe(1);
    expect(revoked).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(
        /^The server at http:\S+ still has another katkey\.db open, .* Nothing was changed\.\n$/,
      ),
    });
    expect(await asked()).toBe(200);
    expect(JSON.parse((await katkey(["status", "--json"])).stdout).troubles).toContain("database_gone");
  });

  it("where usage.db alone is deleted, what it goes by is changed as ever", async () => {
    const { data, katkey, revoke, asked, gone } = await aRunningOne();
    rmSync(join(data, "usage.db"));
    await gone();
    const { stdout } = await katkey(["doctor"]);
    expect(stdout).toMatch(/^server: Do not stop the server at /);
    expect(stdout).not.toMatch(misleading);
    expect(await revoke()).toMatchObject({ code: 0 });
    expect(await asked()).toBe(401);
  });
});

it("a key of the seal that the running server does not know seals nothing, and doctor tells of it", async () => {
  const [old, next] = ["01".repeat(32), "02".repeat(32)];
  const { katkey, start } = await aPlace();
  const sealed = (typed: readonly string[], key: string) => katkey(typed, { KATKEY_SEAL_KEY: key });
  await katkey(["init", "--organization", "Acme"], { ...admin, KATKEY_SEAL_KEY: old });
  await start({ KATKEY_SEAL_KEY: old });
  const early = await sealed(["keys", "issue", "one"], `${next},${old}`);
  expect(early).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^The running server \(process \d+\) does not know the key .* Nothing was changed\.\n$/,
    ),
  });
  const doctor = await sealed(["doctor"], `${next},${old}`);
  expect(doctor.stdout).toMatch(/^seal: The running server \(process \d+\) does not know the key /);
  expect(await sealed(["keys", "issue", "one"], `${old},${next}`)).toMatchObject({ code: 0 });
  expect(await sealed(["keys", "list"], `${next},${old}`)).toMatchObject({ code: 0 });
});
