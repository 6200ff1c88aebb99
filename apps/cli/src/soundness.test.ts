import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { anInstallation, tamper } from "../testing/installation.ts";
import { aShellOn, type Outcome } from "../testing/shell.ts";

/** Acme with Bo, a key and a service token, sealed, and nobody has it open. */
async function sealed() {
  const { directory, organization, database, aPerson, close } = await anInstallation();
  const bo = await aPerson("Bo");
  database
    .prepare(
      "insert into member (id, organization_id, user_id, role, joined_at) values ('mem_bo', ?, ?, 'member', ?)",
    )
    .run(organization.id, bo.id, Date.now());
  close();
  const katkey = aShellOn(directory, { KATKEY_SEAL_KEY: "01".repeat(32) });
  await katkey("seal", "apply");
  const { key } = JSON.parse((await katkey("keys", "issue", "Shop", "--json")).stdout);
  const issued = await katkey("service-tokens", "issue", "Gateway", "--all-organizations", "--json");
  const { serviceToken } = JSON.parse(issued.stdout);
  return {
    directory,
    katkey,
    ids: { api_key: key.id, service_token: serviceToken.id, organization: organization.id, member: "mem_bo" },
    publicKeyId: String(key.secrets[0].publicKeyId),
    change: (sql: string) => tamper(directory, "katkey.db", sql),
  };
}

const next = /katkey seal check .*docs\/operations\.md, "Rows that are not sound"\.\n$/;

function expectUnsound({ code, stdout, stderr }: Outcome, id: string) {
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(next) });
  expect(stdout.split("\n").find((line) => line.startsWith(id))).toContain("unsound");
  expect(stderr).toMatch(/^1 .* unsound: /m);
}

it.each([
  ["api_key", "update api_key set expires_at = 9007199254740991", ["keys", "list"]],
  ["member", "update member set role = 'admin', joined_at = 9e99 where role = 'member'", ["members", "list"]],
  ["organization", "update organization set requests_per_minute = 9999", ["org", "list"]],
  ["service_token", "update service_token set expires_at = 9007199254740991", ["service-tokens", "list"]],
] as const)(
  "tells of a row of %s that is not sound, and does not call it active",
  async (table, sql, typed) => {
    const { ids, katkey, change } = await sealed();
    expect(await katkey(...typed)).toMatchObject({ code: 0, stdout: expect.not.stringContaining("unsound") });
    change(sql);
    const listed = await katkey(...typed);
    expectUnsound(listed, ids[table]);
    expect(listed.stdout).not.toMatch(new RegExp(`${ids[table]} +active`));
    const told = await katkey(...typed, "--json");
    expect(told.code).toBe(1);
    const { unsound } = JSON.parse(told.stdout).find(({ id }: { id: string }) => id === ids[table]);
    expect(unsound).toEqual([{ table, id: ids[table] }]);
  },
);

it("tells of a key why it is refused: by itself, a secret, its organization or who answers for it", async () => {
  const { ids, publicKeyId, katkey, change } = await sealed();
  const told = async () => JSON.parse((await katkey("keys", "show", ids.api_key, "--json")).stdout);
  expect(await told()).toMatchObject({ status: "active", unsound: [], secrets: [{ state: "current" }] });
  change("update key_secret set retires_at = null, hash = randomblob(32)");
  expect(await told()).toMatchObject({
    status: "unsound",
    unsound: [{ table: "key_secret", id: publicKeyId }],
    secrets: [{ state: "unsound" }],
  });
  change(
    "update organization set requests_per_minute = 9; update member set removed_at = 1 where role = 'owner'",
  );
  expect((await told()).unsound.map(({ table }: { table: string }) => table)).toEqual([
    "organization",
    "member",
    "key_secret",
  ]);
  const shown = await katkey("keys", "show", ids.api_key);
  expect(shown).toMatchObject({ code: 1, stderr: expect.stringMatching(next) });
  expect(shown.stdout).toMatch(/\nstatus +unsound\n/);
  expect((await katkey("org", "show", ids.organization)).stdout).toMatch(/\nstate +unsound: /);
});

it("gives no role to a member, and no plan to an organization, that is not sound, even one that it seems to have", async () => {
  const { ids, katkey, change } = await sealed();
  change(
    "update member set role = 'admin' where role = 'member'; update organization set plan = 'enterprise'",
  );
  for (const typed of [
    ["members", "role", "mem_bo", "admin"],
    ["members", "role", "mem_bo", "viewer"],
    ["org", "plan", ids.organization, "enterprise"],
    ["org", "plan", ids.organization, "standard"],
  ]) {
    const refused = await katkey(...typed);
    expect(refused).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/Nothing was changed/),
    });
    expect(refused.stderr).toContain('docs/operations.md, "Rows that are not sound"');
  }
  expect(await katkey("org", "suspend", ids.organization, "--reason", "Tampered with")).toMatchObject({
    code: 0,
  });
  expect(await katkey("members", "remove", "mem_bo")).toMatchObject({ code: 0 });
});

it("says of what was put back that what it lists may be untrue", async () => {
  const { directory, ids, katkey, change } = await sealed();
  const before = join(directory, "before.db");
  copyFileSync(join(directory, "katkey.db"), before);
  await katkey("keys", "revoke", ids.api_key, "--reason", "unused");
  change(
    `attach '${before}' as old;
     update api_key set revoked_at = null, revoked_reason = null;
     update seal set (turn, mac) = (select turn, mac from old.seal where sealed = 'api_key') where sealed = 'api_key'`,
  );
  const listed = await katkey("keys", "list");
  expect(listed).toMatchObject({ code: 1, stderr: expect.stringContaining("may be untrue") });
  expect(listed.stderr).toMatch(next);
});
