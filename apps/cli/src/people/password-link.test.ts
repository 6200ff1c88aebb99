import { createOperatorCheck, createPeople } from "@katkey/identity";
import { installation } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { expect, it } from "vitest";
import { anInstallation, origin } from "../../testing/installation.ts";

async function setUp() {
  const { database, identity, ada, organization, audit, katkey } = await anInstallation();
  const log = sqlite.createSqlitePersonLog(database, createOperatorCheck(database));
  const people = createPeople(database, log);
  /** With the link, as the page does. */
  const choose = (link: string, password: string) => {
    const token = new URL(link).hash.slice(1);
    const use = { token, now: Date.now(), address: "192.0.2.1", requestId: null };
    return people.usePasswordLink(use, (email) => identity.hashNewPassword(password, email));
  };
  const entries = async (chain: typeof installation | typeof organization.id) => {
    const { items } = await audit.list(chain, { limit: 10 });
    return items
      .filter(({ action }) => action.includes("password_link"))
      .map(({ action, actor, object }) => [action, actor.label, object.type, object.label].join(" "));
  };
  return { people, ada, organization, choose, entries, katkey };
}

const refused = (stderr: string) => ({ code: 2, stdout: "", stderr: `${stderr}\n` });

it("makes a link beside the running server that chooses a password once, on record in every log that it concerns", async () => {
  const { ada, organization, choose, entries, katkey } = await setUp();

  const made = await katkey("users", "password-link", " Ada@Example.com");
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("within an hour, and once") });
  const link = made.stdout.trim();
  expect(link).toMatch(new RegExp(`^${origin}/new-password#[\\w-]{43}$`));

  await choose(link, "a much better password");
  await expect(choose(link, "a much better password")).rejects.toMatchObject({
    code: "password_link_invalid",
  });
  const by = "katkey users password-link";
  expect(await entries(organization.id)).toEqual([
    `member.password_link_used ${ada.email} member ${ada.email}`,
    `member.password_link_made ${by} member ${ada.email}`,
  ]);
  expect(await entries(installation)).toEqual([
    `person.password_link_used ${ada.email} person ${ada.email}`,
    `person.password_link_made ${by} person ${ada.email}`,
  ]);
});

it("tells programs whose it is and until when, and ends the link before", async () => {
  const { ada, choose, katkey } = await setUp();
  const [first, second] = [
    await katkey("users", "password-link", ada.email, "--json"),
    await katkey("users", "password-link", ada.email, "--json"),
  ].map(({ stdout }) => JSON.parse(stdout) as { readonly link: string });
  expect(second).toEqual({
    id: ada.id,
    email: ada.email,
    link: expect.any(String),
    expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  await expect(choose(first?.link ?? "", "a much better password")).rejects.toThrow("was used, has ended");
  await choose(second?.link ?? "", "a much better password");
});

it("makes none, and exits with 2, for nobody and for somebody who is banned", async () => {
  const { ada, organization, entries, katkey } = await setUp();
  expect(await katkey("users", "password-link", "nobody@example.com")).toEqual(
    refused(
      "Nobody has an account with the e-mail address nobody@example.com. katkey users list says who has one.",
    ),
  );
  await katkey("users", "ban", ada.email);
  expect(await katkey("users", "password-link", ada.email)).toEqual(
    refused("They are banned: lift the ban first."),
  );
  expect(await entries(organization.id)).toEqual([]);
});
