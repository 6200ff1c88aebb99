import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { anInstallation } from "../../testing/installation.ts";
import { aServer } from "../../testing/server.ts";
import { aShell } from "../../testing/shell.ts";

const tokenLine = /^kat_(?:live|test)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}\n$/;

const notAKey =
  "nothing is no id of a key, which begins with key_, nor a publicKeyId, which has 16 letters and digits: katkey keys list says them.";

describe("katkey keys, beside the running server", () => {
  let installation: Awaited<ReturnType<typeof anInstallation>>;
  let id: string;
  let url: string;
  beforeAll(async () => {
    const ends: (() => void)[] = [];
    const whenDone = (end: () => void) => void ends.unshift(end);
    installation = await anInstallation({ whenDone });
    ({ id } = installation.organization);
    const bo = await installation.aPerson("Bo");
    installation.database
      .prepare(
        "insert into member (id, organization_id, user_id, role, joined_at) values ('mem_bo', ?, ?, 'member', ?)",
      )
      .run(id, bo.id, Date.now());
    ({ url } = await aServer({ KATKEY_DATA_DIR: installation.directory }, whenDone));
    return () => ends.forEach((end) => end());
  });
  const problemOf = async (token: string) => {
    const headers = { authorization: `Bearer ${token.trim()}` };
    const answer = await fetch(`${url}/v1/user`, { headers });
    return answer.status === 200 ? "accepted" : ((await answer.json()) as { code: string }).code;
  };

  it("issues a key that works at once, with the token alone on the standard output", async () => {
    const { katkey, lastEntry } = installation;
    const { code, stdout, stderr } = await katkey("keys", "issue", "Shop", "--organization", id);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(tokenLine) });
    expect(stderr).toMatch(
      /^The live key Shop \(key_\w+\) may products:read, .*This is its token\. It is shown once:\n$/,
    );
    expect(await problemOf(stdout)).toBe("accepted");
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action: "key.issued",
      actor: { type: "operator", id: null, label: "katkey keys issue" },
    });
    expect(JSON.stringify(entry) + stderr).not.toContain(stdout.slice(26, 60));
  });

  it("revokes: the next request is refused, and the log says who and why", async () => {
    const { katkey, lastEntry } = installation;
    const issued = JSON.parse(
      (await katkey("keys", "issue", "Leaked", "--organization", id, "--scope", "products:read", "--json"))
        .stdout,
    );
    expect(issued.key).toMatchObject({ scopes: ["products:read"], environment: "live" });
    expect(await problemOf(issued.token)).toBe("accepted");

    const revoked = await katkey(
      "keys",
      "revoke",
      issued.key.id,
      "--reason",
      "compromised",
      "--text",
      "in a chat",
    );
    expect(await problemOf(issued.token)).toBe("key_revoked");
    expect(revoked).toEqual({
      code: 0,
      stdout: `Leaked (${issued.key.id}) is revoked: every token of it is refused from now on.\n`,
      stderr: "",
    });
    expect(await lastEntry()).toMatchObject({
      action: "key.revoked",
      actor: { type: "operator", id: null, label: "katkey keys revoke" },
      after: { reason: "compromised", text: "in a chat" },
    });
  });

  it("finds a key by what is no secret of its token, and revokes it whoever's it is", async () => {
    const { katkey } = installation;
    const { stdout: token } = await katkey(
      "keys",
      "issue",
      "Found",
      "--organization",
      id,
      "--environment",
      "test",
    );
    const publicKeyId = token.slice("kat_test_".length, "kat_test_".length + 16);
    const shown = JSON.parse((await katkey("keys", "show", publicKeyId, "--json")).stdout);
    expect(shown).toMatchObject({ organizationId: id, name: "Found", status: "active" });
    expect((await katkey("keys", "show", `kat_test_${publicKeyId}`)).stdout).toMatch(/\nname +Found\n/);
    const whole = await katkey("keys", "revoke", token.trim(), "--reason", "compromised", "--json");
    expect(JSON.parse(whole.stdout)).toMatchObject({ id: shown.id, status: "revoked" });
    expect(whole.stdout + whole.stderr).not.toContain(token.slice(26, 60));
    expect(await problemOf(token)).toBe("key_revoked");
  });

  it("rotates with an overlap, in which both tokens work, and lists it", async () => {
    const { katkey } = installation;
    const issued = JSON.parse((await katkey("keys", "issue", "Feed", "--organization", id, "--json")).stdout);
    const rotated = await katkey("keys", "rotate", issued.key.id, "--overlap", "3600");
    expect(rotated.stdout).toMatch(tokenLine);
    expect(rotated.stderr).toMatch(
      /^The key Feed \(key_\w+\) is rotated\. The old token works until 20\S+Z\. This/,
    );
    expect([await problemOf(issued.token), await problemOf(rotated.stdout)]).toEqual([
      "accepted",
      "accepted",
    ]);
    const cut = await katkey("keys", "rotate", issued.key.id, "--overlap", "0");
    expect(cut.stderr).toContain("The old token is refused now.");
    expect([
      await problemOf(issued.token),
      await problemOf(rotated.stdout),
      await problemOf(cut.stdout),
    ]).toEqual(["secret_retired", "secret_retired", "accepted"]);
    const listed = await katkey("keys", "list", "--organization", id, "--search", "feed");
    expect(listed.stdout).toMatch(
      /^key_\w+ {2}active {2}live {2}Feed {2}kat_live_….{4} {2}(?:never used|used \S+ from \S+) {2}never expires\n$/,
    );
    const all = JSON.parse((await katkey("keys", "list", "--organization", id, "--all", "--json")).stdout);
    expect(all.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      "Feed",
      "Found",
      "Leaked",
      "Shop",
    ]);
  });

  it("suspends an organization and resumes it: the next request is judged by it", async () => {
    const { katkey, lastEntry } = installation;
    const { stdout: token } = await katkey("keys", "issue", "Paying", "--organization", id);
    const suspended = await katkey("org", "suspend", id, "--reason", "Unpaid", "--json");
    expect(await problemOf(token)).toBe("organization_suspended");
    expect(JSON.parse(suspended.stdout)).toMatchObject({ id, suspension: { reason: "Unpaid" } });
    expect((await katkey("org", "list", "--suspended")).stdout).toMatch(
      /^org_\w+ {2}standard {2}Acme .* suspended: Unpaid\n$/,
    );
    expect((await katkey("org", "resume", id)).stdout).toBe(
      "Acme is not suspended: its keys work as before.\n",
    );
    expect(await problemOf(token)).toBe("accepted");
    expect((await katkey("org", "plan", id, "enterprise")).stdout).toBe("Acme is on the enterprise plan.\n");
    expect((await katkey("org", "show", id)).stdout).toMatch(/\nplan +enterprise\n/);
    expect(await lastEntry()).toMatchObject({
      action: "organization.plan_changed",
      actor: { type: "operator", id: null, label: "katkey org plan" },
    });
  });

  it("lists members, changes their roles, and removes them once their keys are settled", async () => {
    const { katkey } = installation;
    const inAcme = ["--organization", id] as const;
    expect((await katkey("members", "list", ...inAcme)).stdout).toMatch(
      /^mem_\w+ +owner +ada@example\.com +Ada +since \S+\nmem_bo +member +bo@example\.com +Bo +since \S+\n$/,
    );
    const issued = await katkey(
      "keys",
      "issue",
      "Of Bo",
      ...inAcme,
      "--responsible",
      "bo@example.com",
      "--json",
    );
    expect(JSON.parse(issued.stdout).key).toMatchObject({ responsibleMemberId: "mem_bo" });
    const last = await katkey("members", "role", "ada@example.com", "viewer", ...inAcme, "--json");
    expect(JSON.parse(last.stderr)).toMatchObject({ error: { code: "last_owner" } });
    expect((await katkey("members", "role", "bo@example.com", "admin", ...inAcme)).stdout).toMatch(
      /^bo@example\.com is admin now/,
    );
    const again = await katkey("members", "role", "mem_bo", "admin", ...inAcme, "--json");
    expect(JSON.parse(again.stdout)).toEqual({
      organizationId: id,
      id: "mem_bo",
      email: "bo@example.com",
      role: "admin",
    });
    const unsettled = await katkey("members", "remove", "bo@example.com", ...inAcme, "--json");
    expect(JSON.parse(unsettled.stderr)).toMatchObject({ error: { code: "keys_need_settling" } });
    const removed = await katkey("members", "remove", "mem_bo", ...inAcme, "--revoke-keys");
    expect(removed).toMatchObject({
      code: 0,
      stdout: "bo@example.com is no member any more. 1 key: revoked.\n",
    });
    expect(await problemOf(JSON.parse(issued.stdout).token)).toBe("key_revoked");
  });

  it.each([
    [
      ["keys", "revoke", "key_none"],
      "usage",
      "Required option '--reason <reason>' not specified. katkey keys revoke --help says what can be typed.",
    ],
    [
      ["keys", "revoke", "key_none", "--reason", "unused"],
      "key_not_found",
      "There is no such key. katkey keys list says which there are.",
    ],
    [
      ["keys", "revoke", "key_none", "--reason", "bored"],
      "usage",
      "Option '--reason <reason>' argument 'bored' is invalid. Allowed choices are unused, superseded, compromised, member_left, other.",
    ],
    [["keys", "show", "nothing"], "usage", notAKey],
    [
      ["keys", "list", "--organization", "acme"],
      "usage",
      "organization: acme is no id: one begins with org_, and katkey org list says it.",
    ],
    [
      ["keys", "issue", "Shop", "--organization", "org_none"],
      "organization_not_found",
      "There is no such organization. katkey org list says which there are.",
    ],
    [
      ["members", "list", "--organization", "org_none"],
      "organization_not_found",
      "There is no such organization. katkey org list says which there are.",
    ],
    [
      ["org", "plan", "org_none", "enterprise"],
      "organization_not_found",
      "There is no such organization. katkey org list says which there are.",
    ],
  ])("refuses %j, and writes nothing", async (typed, code, message) => {
    const { katkey, lastEntry } = installation;
    const before = await lastEntry();
    expect(await katkey(...typed)).toEqual({ code: 2, stdout: "", stderr: `${message}\n` });
    const told = await katkey(...typed, "--json");
    expect(JSON.parse(told.stderr)).toEqual({ error: { code, message } });
    expect(await lastEntry()).toEqual(before);
  });
});

it("a key is found by a token that comes in at the standard input, where no shell remembers it", async () => {
  const { directory, katkey } = await anInstallation();
  const { stdout: token } = await katkey("keys", "issue", "Shop");
  const reading = (input: string) => aShell({ KATKEY_DATA_DIR: directory }, input);
  const shown = await reading(`\n${token}`)("keys", "show", "-");
  expect(shown).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nname +Shop\n/) });
  expect(await reading("")("keys", "revoke", "-", "--reason", "unused")).toEqual({
    code: 2,
    stdout: "",
    stderr: "Nothing came in at the standard input.\n",
  });
});

it("keys are listed, and one is revoked, although the file of what was counted is not there", async () => {
  const { directory, organization, katkey } = await anInstallation();
  rmSync(join(directory, "usage.db"));
  const { stdout: token } = await katkey("keys", "issue", "Shop", "--organization", organization.id);
  const { code, stdout, stderr } = await katkey("keys", "list");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^key_\w+ {2}active {2}live {2}Shop {2}\S+ {2}last use unknown {2}/),
  });
  expect(stderr).toContain("no last use is known: katkey doctor says why.");
  const [listed] = JSON.parse((await katkey("keys", "list", "--json")).stdout);
  expect(listed).not.toHaveProperty("lastUse");
  expect(listed.secrets[0]).not.toHaveProperty("lastUse");
  expect(await katkey("keys", "revoke", token.trim(), "--reason", "compromised")).toMatchObject({ code: 0 });
});
