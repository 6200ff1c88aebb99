import { randomBytes } from "node:crypto";
import { createSqlitePersonLog, keysMigrations, openDatabase } from "@katkey/keys/sqlite";
import { expect, it, vi } from "vitest";
import { identityMigrations } from "../migrations.ts";
import { codeShownBy } from "../testing/authenticator-app.ts";
import { holdablePasswords } from "../testing/holdable-passwords.ts";
import { ada, openInstallation } from "../testing/installation.ts";
import { createOperatorCheck } from "./user.ts";
import { createPeople } from "./people.ts";

const hour = 60 * 60 * 1000;
const start = Date.now();
const better = "a much better password";
const actor = { type: "shell", command: "katkey users password-link" } as const;
const nowhere = { address: null, requestId: null } as const;

let addresses = 0;
const fromElsewhere = () => ({ "x-katkey-client-address": `198.51.100.${(addresses += 1) % 250}` });

/** Ada, signed in, and links for her that the shell makes. */
async function openWithAda(settings: { readonly now?: () => number } = {}) {
  const migrations = [...keysMigrations, ...identityMigrations];
  const database = openDatabase({ path: ":memory:", migrations, now: start });
  const people = createPeople(database, createSqlitePersonLog(database, createOperatorCheck(database)));
  const { passwords, compared, holdNext } = holdablePasswords();
  const onSignedIn = vi.fn<() => void>();
  const installation = await openInstallation({ database, passwords, onSignedIn, ...settings });
  const { identity } = installation;
  const user = await identity.createUser(ada);
  const { cookie } = await installation.signIn(ada, fromElsewhere());
  const make = async (now = start, id = user.id) =>
    (await people.makePasswordLink({ actor, now, ...nowhere }, id, randomBytes)).token;
  const use = (token: string, { password = better, now = start } = {}) =>
    people.usePasswordLink({ token, now, address: "192.0.2.7", requestId: "req_1" }, (email) =>
      identity.hashNewPassword(password, email),
    );
  const signIn = async (password: string) =>
    (await installation.signIn({ ...ada, password }, fromElsewhere())).status;
  const entries = () =>
    database
      .prepare("select action, actor_type, actor_label, address from audit_entry order by seq")
      .raw()
      .all();
  const all = { ...installation, people, user, cookie, make, use, entries };
  return { ...all, signIn, start: installation.signIn, compared, holdNext, onSignedIn };
}

const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => "done",
    (error: { code: string }) => error.code,
  );

it("a link gives its person the password that they choose, once, and ends every session without making one", async () => {
  const { make, use, signIn, signedIn, cookie, identity, user, entries, onSignedIn } = await openWithAda();
  onSignedIn.mockClear();
  const token = await make();
  expect(await signedIn(cookie)).not.toBeNull();

  expect(await codeOf(use(token))).toBe("done");

  expect(await signedIn(cookie)).toBeNull();
  expect(identity.listSessions(user.id)).toEqual([]);
  expect(onSignedIn).not.toHaveBeenCalled();
  expect(await signIn(ada.password)).toBe(401);
  expect(await signIn(better)).toBe(200);
  expect(await codeOf(use(token, { password: "yet another password" }))).toBe("password_link_invalid");
  expect(await signIn(better)).toBe(200);
  expect(entries()).toEqual([
    ["person.password_link_made", "operator", "katkey users password-link", null],
    ["person.password_link_used", "user", ada.email, "192.0.2.7"],
  ]);
});

it("a link is good for an hour, and not a millisecond longer", async () => {
  const { people, make, use } = await openWithAda();
  const token = await make();
  expect(people.findByPasswordLink(token, start + hour - 1)).toMatchObject({ email: ada.email });
  expect(() => people.findByPasswordLink(token, start + hour)).toThrow("has ended");
  expect(await codeOf(use(token, { now: start + hour }))).toBe("password_link_invalid");
  expect(await codeOf(use(token, { now: start + hour - 1 }))).toBe("done");
});

it("a later link ends the earlier one of the same person, and of nobody else", async () => {
  const { identity, make, use } = await openWithAda();
  const bo = await identity.createUser({ ...ada, name: "Bo", email: "bo@example.com" });
  const [first, ofBo, second] = [await make(), await make(start, bo.id), await make()];
  expect(await codeOf(use(first))).toBe("password_link_invalid");
  expect(await codeOf(use(ofBo))).toBe("done");
  expect(await codeOf(use(second))).toBe("done");
});

it.each(["made-up", "", "%", "password-link"])("no link has the token “%s”", async (token) => {
  const { make, use, compared } = await openWithAda();
  await make();
  compared.length = 0;
  expect(await codeOf(use(token))).toBe("password_link_invalid");
});

it("of two who use a link at once one has chosen", async () => {
  const { make, use, signIn } = await openWithAda();
  const token = await make();
  const chosen = ["the one that came first", "the one that came second"];
  const outcomes = await Promise.all(chosen.map((password) => codeOf(use(token, { password }))));
  expect(outcomes.toSorted()).toEqual(["done", "password_link_invalid"]);
  const statuses = [];
  for (const password of chosen) statuses.push(await signIn(password));
  expect(statuses).toEqual(outcomes.map((outcome) => (outcome === "done" ? 200 : 401)));
});

it.each([
  ["short", "password_too_short"],
  ["abcd".repeat(33), "password_too_long"],
  ["password123", "password_too_common"],
  [ada.email, "password_too_common"],
])(
  "a link takes no password that nobody may have (%s), and is good for a better one",
  async (password, code) => {
    const { make, use, signedIn, cookie } = await openWithAda();
    const token = await make();
    expect(await codeOf(use(token, { password }))).toBe(code);
    expect(await signedIn(cookie)).not.toBeNull();
    expect(await codeOf(use(token))).toBe("done");
  },
);

it("a link ends with a ban, and with a password that its person changes themselves; who is banned gets none", async () => {
  const { people, user, make, use, post, cookie } = await openWithAda();
  const before = await make();
  const change = { currentPassword: ada.password, newPassword: better };
  expect((await post("/change-password", change, { cookie })).status).toBe(200);
  expect(await codeOf(use(before))).toBe("password_link_invalid");

  const token = await make();
  const act = { actor, now: start, ...nowhere };
  await people.ban(act, user.id);
  expect(await codeOf(use(token))).toBe("password_link_invalid");
  expect(await codeOf(make())).toBe("person_banned");
  await people.unban(act, user.id);
  expect(await codeOf(use(token))).toBe("password_link_invalid");
});

it("two-factor stays on, and a sign-in that waited for its code is over", async () => {
  const { make, use, post, start: begin, cookie } = await openWithAda();
  const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
  const { uri } = JSON.parse(begun.text) as { uri: string };
  await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
  const { jar } = await begin(ada, fromElsewhere());

  expect(await codeOf(use(await make()))).toBe("done");

  const late = await post(
    "/two-factor/verify-totp",
    { code: codeShownBy(uri) },
    { cookie: jar, ...fromElsewhere() },
  );
  expect(JSON.parse(late.text)).toMatchObject({ code: "second_step_ended" });
  const again = await begin({ ...ada, password: better }, fromElsewhere());
  expect(JSON.parse(again.text)).toEqual({ secondStep: "code" });
});

it("a sign-in by the old password that is being compared meanwhile lets nobody in", async () => {
  const { identity, user, make, use, signIn, holdNext } = await openWithAda();
  const token = await make();
  const reached = holdNext();
  const slow = signIn(ada.password);
  const goOn = await reached;
  expect(await codeOf(use(token))).toBe("done");
  goOn();
  expect(await slow).toBe(401);
  expect(identity.listSessions(user.id)).toEqual([]);
});

it("an operator makes one for another operator, not for themselves, and not once they are none any more", async () => {
  const { people, identity, database } = await openWithAda();
  const [olivia, oscar] = [
    await identity.createUser({ ...ada, name: "Olivia", email: "olivia@example.com", operator: true }),
    await identity.createUser({ ...ada, name: "Oscar", email: "oscar@example.com", operator: true }),
  ];
  const who = { type: "operator", userId: olivia.id, email: olivia.email } as const;
  const makeFor = (id: `usr_${string}`) =>
    codeOf(people.makePasswordLink({ actor: who, now: start, ...nowhere }, id, randomBytes));
  expect(await makeFor(oscar.id)).toBe("done");
  expect(await makeFor(olivia.id)).toBe("own_password_link");
  expect(await makeFor("usr_nobody")).toBe("person_not_found");
  database.prepare("update user set operator = 0 where id = ?").run(olivia.id);
  expect(await makeFor(oscar.id)).toBe("authority_lost");
});

it("of a link nothing is stored that anybody could use", async () => {
  const { database, make, use } = await openWithAda();
  const token = await make();
  expect(database.serialize().includes(token)).toBe(false);
  const stored = database.prepare("select identifier, value, id from verification").raw().all().flat();
  for (const text of stored.map(String)) {
    expect(await codeOf(use(text))).toBe("password_link_invalid");
    expect(await codeOf(use(text.replace("password-link ", "")))).toBe("password_link_invalid");
  }
});

it("says that nothing can be written, changes nothing, and is done once something can", async () => {
  const { database, make, use, signIn } = await openWithAda();
  const token = await make();
  const before = database.serialize();
  database.pragma("query_only = on");
  expect(await codeOf(make())).toBe("storage_unavailable");
  expect(await codeOf(use(token))).toBe("storage_unavailable");
  expect(database.serialize().equals(before)).toBe(true);
  database.pragma("query_only = off");
  expect(await codeOf(use(token))).toBe("done");
  expect(await signIn(better)).toBe(200);
});
