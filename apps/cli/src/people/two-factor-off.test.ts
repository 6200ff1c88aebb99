import { installation } from "@katkey/keys";
import { expect, it } from "vitest";
import { anInstallation } from "../../testing/installation.ts";

/** Two people, both with two-factor and a session. */
async function setUp() {
  const { database, identity, ada, aPerson, audit, lastEntry, katkey } = await anInstallation();
  const bo = await aPerson("Bo");
  const now = Date.now();
  database.exec(`
    update user set two_factor_enabled = 1;
    insert into two_factor (id, user_id, secret, recovery_codes, verified, attempts) select 'tfa_' || id, id, 'x', 'x', 1, 0 from user;
    insert into session (id, user_id, token, created_at, updated_at, expires_at)
      select 'ses_' || id, id, id, ${now}, ${now}, ${now * 2} from user`);
  const turnOff = (email: string) => katkey("two-factor", "off", email);
  const installationEntries = async () => (await audit.list(installation, { limit: 10 })).items;
  return { identity, ada, bo, turnOff, lastEntry, installationEntries };
}

it("turns two-factor off for one person beside the running server, ends their sessions, and is in the audit log", async () => {
  const { identity, ada, bo, turnOff, lastEntry, installationEntries } = await setUp();

  expect(await turnOff(" Ada@Example.com")).toEqual({
    code: 0,
    stdout:
      "Two-factor is off for ada@example.com, and their sessions have ended. They sign in with their password.\n",
    stderr: "",
  });

  expect(identity.usersWithTwoFactor([ada.id, bo.id])).toEqual(new Set([bo.id]));
  expect(identity.listSessions(ada.id)).toEqual([]);
  expect(identity.listSessions(bo.id)).toHaveLength(1);
  expect(await lastEntry()).toMatchObject({
    action: "member.two_factor_turned_off",
    actor: { type: "operator", label: "katkey two-factor off" },
    object: { type: "member", label: "ada@example.com" },
  });
  expect(await installationEntries()).toMatchObject([
    {
      action: "person.two_factor_turned_off",
      actor: { type: "operator", id: null, label: "katkey two-factor off" },
      object: { type: "person", id: ada.id, label: "ada@example.com" },
    },
  ]);
});

it("changes nothing, and exits with 2, where there is nobody or nothing to turn off", async () => {
  const { ada, turnOff, lastEntry, installationEntries } = await setUp();

  expect(await turnOff("nobody@example.com")).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "Nobody has an account with the e-mail address nobody@example.com. katkey users list says who has one.\n",
  });
  await turnOff(ada.email);
  const before = await lastEntry();
  expect(await turnOff(ada.email)).toEqual({
    code: 2,
    stdout: "",
    stderr: "Two-factor is not on for ada@example.com.\n",
  });
  expect(await lastEntry()).toEqual(before);
  expect(await installationEntries()).toHaveLength(1);
});
