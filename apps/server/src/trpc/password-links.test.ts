import { installation } from "@katkey/keys";
import { expect, it } from "vitest";
import { anOrganization, aUser, password } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

let clients = 0;

const better = "a much better password";

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const operator = await aUser(server, { operator: true });
  const call = (name: string, body: object, cookie = "") =>
    server.send(`/trpc/${name}`, { method: "POST", body, headers: { cookie } });
  const make = (id: string, input: object = { password }) =>
    call("instance.people.makePasswordLink", { id, ...input }, operator.cookie);
  const linkFor = async (id: string) => {
    const { link } = (await make(id)).body.result.data as { readonly link: string };
    return { link, token: new URL(link).hash.slice(1) };
  };
  const use = (token: string, chosen = better) => call("passwordLinks.use", { token, password: chosen });
  const signIn = async (email: string, by: string) => {
    const headers = { origin: server.origin, "x-forwarded-for": `10.9.0.${(clients += 1)}` };
    const body = { email, password: by };
    return (await server.send("/auth/sign-in/email", { method: "POST", headers, body })).status;
  };
  const told = async (chain: typeof installation | typeof organization.id) => {
    const { items } = await server.services.audit.list(chain, { limit: 100 });
    return items
      .filter(({ action }) => action.includes("password"))
      .map(({ action, actor, object }) =>
        [action, actor.type, actor.label, object.type, object.label].join(" "),
      );
  };
  return { server, organization, operator, call, make, linkFor, use, signIn, told };
}

it("a link shows whose account it is, gives it a new password once, and both are in the logs that it concerns", async () => {
  const { server, organization, operator, call, linkFor, use, signIn, told } = await open();
  const bystander = await anOrganization(server);
  const { member } = organization.members;
  const { link, token } = await linkFor(member.id);
  expect(link).toBe(`${server.origin}/new-password#${token}`);
  expect((await call("passwordLinks.preview", { token })).body.result.data).toEqual({ email: member.email });

  const used = await use(token);
  expect([used.status, used.headers["set-cookie"]]).toEqual([200, undefined]);

  expect((await call("session.list", {}, member.cookie)).status).toBe(401);
  expect(await signIn(member.email, password)).toBe(401);
  expect(await signIn(member.email, better)).toBe(200);
  for (const again of [await call("passwordLinks.preview", { token }), await use(token)])
    expect([again.status, again.body.error.data.reason]).toEqual([404, "password_link_invalid"]);

  const by = `operator ${operator.email}`;
  const self = `user ${member.email}`;
  expect(await told(organization.id)).toEqual([
    `member.password_link_used ${self} member ${member.email}`,
    `member.password_link_made ${by} member ${member.email}`,
  ]);
  expect(await told(installation)).toEqual([
    `person.password_link_used ${self} person ${member.email}`,
    `person.password_link_made ${by} person ${member.email}`,
  ]);
  expect(await told(bystander.id)).toEqual([]);
  for (const id of [organization.id, installation] as const)
    expect(await server.services.audit.verify(id)).toMatchObject({ intact: true });
});

it("a session alone makes no link: it takes the operator's own password", async () => {
  const { organization, make, signIn, told } = await open();
  const { member } = organization.members;
  expect((await make(member.id, {})).status).toBe(400);
  const wrong = await make(member.id, { password: "not my password" });
  expect([wrong.status, wrong.body.error.data.reason]).toEqual([400, "current_password_wrong"]);
  expect((await make(member.id, { password: better })).status).toBe(400);
  expect(await told(installation)).toEqual([]);
  expect(await signIn(member.email, password)).toBe(200);
});

it("a link is made for another operator, and not for somebody who is banned", async () => {
  const { server, organization, operator, call, make, linkFor, use, signIn } = await open();
  const colleague = await aUser(server, { operator: true });
  expect((await use((await linkFor(colleague.id)).token)).status).toBe(200);
  expect(await signIn(colleague.email, better)).toBe(200);

  const { viewer } = organization.members;
  await call("instance.people.ban", { id: viewer.id }, operator.cookie);
  const refused = await make(viewer.id);
  expect([refused.status, refused.body.error.data.reason]).toEqual([409, "person_banned"]);
});

it("a link takes no password that nobody may have, and stays good for a better one", async () => {
  const { organization, linkFor, use } = await open();
  const { token } = await linkFor(organization.members.admin.id);
  const refused = await use(token, "password123");
  expect([refused.status, refused.body.error.data.reason]).toEqual([400, "password_too_common"]);
  expect((await use(token)).status).toBe(200);
});
