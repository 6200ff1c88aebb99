import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createOperatorCheck, createPeople } from "@katkey/identity";
import { installation } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import { anInstallation, origin, password } from "../../testing/installation.ts";

/** Ada of Acme, and Olivia, the only operator, on what is signed in to. */
async function setUp() {
  const { database, identity, ada, aPerson, organization, audit, katkey } = await anInstallation();
  const olivia = await aPerson("Olivia", true);
  const server = createServer((request, response) => void identity.handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  let clients = 0;
  const signIn = async () => {
    clients += 1;
    const answer = await fetch(`http://127.0.0.1:${port}/auth/sign-in/email`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin,
        "x-katkey-client-address": `10.0.${clients % 250}.1`,
      },
      body: JSON.stringify({ email: ada.email, password }),
    });
    const [cookie = ""] = answer.headers.getSetCookie().map((header) => header.split(";", 1)[0]);
    return { status: answer.status, cookie };
  };
  const lastEntries = async () => {
    const logs = await Promise.all(
      ([organization.id, installation] as const).map((id) => audit.list(id, { limit: 1 })),
    );
    return logs.map(({ items }) => items[0]);
  };
  const people = createPeople(
    database,
    sqlite.createSqlitePersonLog(database, createOperatorCheck(database)),
  );
  return { identity, people, ada, olivia, signIn, katkey, lastEntries };
}

const refused = (stderr: string) => ({ code: 2, stdout: "", stderr: `${stderr}\n` });

it("bans somebody beside the running server, and lifts the ban, on record in every log that it concerns", async () => {
  const { identity, people, ada, signIn, katkey, lastEntries } = await setUp();
  const { cookie } = await signIn();
  expect((await identity.sessionOf({ cookie }))?.user.id).toBe(ada.id);

  expect(await katkey("users", "ban", " Ada@Example.com")).toEqual({
    code: 0,
    stdout:
      "ada@example.com is banned, and their sessions have ended. API keys go on: they belong to the organizations.\n",
    stderr: "",
  });
  expect(await identity.sessionOf({ cookie })).toBeNull();
  expect(identity.listSessions(ada.id)).toEqual([]);
  expect((await signIn()).status).toBe(401);
  expect((await katkey("users", "list", "--banned")).stdout).toMatch(
    /^ada@example\.com {2}Ada {4}banned since \S+Z\n$/,
  );
  expect((await katkey("users", "list", "--search", "Oliv")).stdout).toBe(
    "olivia@example.com  Olivia  operator\n",
  );
  expect(JSON.parse((await katkey("users", "list", "--json")).stdout)).toMatchObject([
    { email: "ada@example.com", operator: false, bannedAt: expect.any(String) },
    { email: "olivia@example.com", operator: true, bannedAt: null },
  ]);
  expect(people.list({ banned: true, limit: 10 }).items.map(({ email }) => email)).toEqual([ada.email]);
  const by = { type: "operator", id: null, label: "katkey users ban" };
  expect(await lastEntries()).toMatchObject([
    { action: "member.banned", actor: by, object: { type: "member", label: ada.email } },
    { action: "person.banned", actor: by, object: { type: "person", label: ada.email } },
  ]);

  expect(await katkey("users", "unban", ada.email)).toEqual({
    code: 0,
    stdout: "The ban of ada@example.com is lifted. They sign in with what they signed in with before.\n",
    stderr: "",
  });
  expect((await signIn()).status).toBe(200);
  expect(await lastEntries()).toMatchObject([{ action: "member.unbanned" }, { action: "person.unbanned" }]);
});

it("changes nothing, and exits with 2, where there is nobody, nothing to do, or nobody else who could undo it", async () => {
  const { ada, olivia, katkey, lastEntries } = await setUp();
  const before = await lastEntries();
  expect(await katkey("users", "ban", "nobody@example.com")).toEqual(
    refused(
      "Nobody has an account with the e-mail address nobody@example.com. katkey users list says who has one.",
    ),
  );
  expect(await katkey("users", "ban", olivia.email)).toEqual(
    refused("They are the last operator of this installation. Another operator must be there first."),
  );
  expect(await katkey("users", "unban", ada.email)).toEqual(refused("ada@example.com is not banned."));
  expect(await lastEntries()).toEqual(before);
  await katkey("users", "ban", ada.email);
  expect(await katkey("users", "ban", ada.email)).toEqual(refused("ada@example.com is banned already."));
});

it("lets in nobody any more from when the command has returned, however many are signing in meanwhile", async () => {
  const { identity, ada, signIn, katkey } = await setUp();
  let isBanned = false;
  let stops = false;
  const tried: { readonly late: boolean; readonly status: number; readonly cookie: string }[] = [];
  const signingIn = Array.from({ length: 3 }, async () => {
    while (!stops) {
      const late = isBanned;
      tried.push({ late, ...(await signIn()) });
    }
  });
  await katkey("users", "ban", ada.email);
  isBanned = true;
  expect(identity.listSessions(ada.id)).toEqual([]);
  while (tried.filter(({ late }) => late).length < 6) await new Promise((resolve) => setTimeout(resolve, 20));
  stops = true;
  await Promise.all(signingIn);

  expect(tried.some(({ status }) => status === 200)).toBe(true);
  expect(new Set(tried.filter(({ late }) => late).map(({ status }) => status))).toEqual(new Set([401]));
  expect(identity.listSessions(ada.id)).toEqual([]);
  for (const { cookie } of tried) expect(await identity.sessionOf({ cookie })).toBeNull();
});
