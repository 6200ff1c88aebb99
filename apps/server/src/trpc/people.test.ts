import { acceptInvitation, installation, invite } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aKey, anOrganization, aUser, ownerAct } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const operator = await aUser(server, { operator: true });
  const call = (name: string, input: object, cookie = operator.cookie) =>
    server.send(`/trpc/${name}`, { method: "POST", body: input, headers: { cookie } });
  const ban = (id: string, cookie?: string) => call("instance.people.ban", { id }, cookie);
  const unban = (id: string, cookie?: string) => call("instance.people.unban", { id }, cookie);
  const told = async (chain: typeof installation | typeof organization.id) => {
    const { items } = await server.services.audit.list(chain, { limit: 100 });
    return items
      .filter(({ action }) => action.endsWith("banned"))
      .map(({ action, actor, object }) =>
        [action, actor.type, actor.label, object.type, object.label].join(" "),
      );
  };
  return { server, organization, operator, call, ban, unban, told };
}

describe("somebody who is banned", () => {
  it("is nobody at the next request, and their organizations and the installation have it in their logs", async () => {
    const { server, organization, operator, call, ban, unban, told } = await open();
    const other = await anOrganization(server);
    const { member } = organization.members;
    const { token } = await invite(server.services.desk, ownerAct(server, other), {
      email: member.email,
      role: "viewer",
    });
    expect((await call("invitations.accept", { token }, member.cookie)).status).toBe(200);
    const bystander = await anOrganization(server);

    expect((await ban(member.id)).status).toBe(200);
    expect((await ban(member.id)).status).toBe(200);
    const asked = await call("members.list", { organizationId: organization.id }, member.cookie);
    expect(asked.status).toBe(401);
    expect((await unban(member.id)).status).toBe(200);
    expect((await unban(member.id)).status).toBe(200);

    const by = `operator ${operator.email}`;
    const ofMember = [
      `member.unbanned ${by} member ${member.email}`,
      `member.banned ${by} member ${member.email}`,
    ];
    expect(await told(organization.id)).toEqual(ofMember);
    expect(await told(other.id)).toEqual(ofMember);
    expect(await told(bystander.id)).toEqual([]);
    expect(await told(installation)).toEqual([
      `person.unbanned ${by} person ${member.email}`,
      `person.banned ${by} person ${member.email}`,
    ]);
    for (const id of [organization.id, other.id, installation] as const)
      expect(await server.services.audit.verify(id)).toMatchObject({ intact: true });
  });

  it("leaves API keys behind that go on: they belong to the organization", async () => {
    const { server, organization, ban } = await open();
    const { token } = await aKey(server, organization, { by: "member" });
    await ban(organization.members.member.id);
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it("accepts no invitation, not even by a request that was under way", async () => {
    const { server, organization, call, ban, unban } = await open();
    const user = await aUser(server);
    const { token } = await invite(server.services.desk, ownerAct(server, organization), {
      email: user.email,
      role: "admin",
    });
    await ban(user.id);
    expect((await call("invitations.accept", { token }, user.cookie)).status).toBe(401);
    const request = { token, user, now: server.clock.now(), address: null, requestId: null };
    await expect(acceptInvitation(server.services.desk, request)).rejects.toMatchObject({
      code: "invitation_not_found",
    });
    const joining = { token, name: "Somebody", password: "correct horse battery staple" };
    expect((await call("invitations.join", joining, "")).body.error.data.reason).toBe("email_taken");
    await unban(user.id);
    expect(await acceptInvitation(server.services.desk, request)).toMatchObject({
      member: { role: "admin" },
    });
  });

  it("decides nothing as an operator any more", async () => {
    const { server, organization, operator, ban, call } = await open();
    const colleague = await aUser(server, { operator: true });
    expect((await ban(colleague.id)).status).toBe(200);
    expect((await ban(operator.id, colleague.cookie)).status).toBe(401);
    const { desk } = server.services;
    const actor = { type: "operator", userId: colleague.id, email: colleague.email } as const;
    const act = { ...ownerAct(server, organization), actor };
    await expect(server.services.people.ban(act, operator.id)).rejects.toMatchObject({
      code: "authority_lost",
    });
    expect(await desk.tenancy.findOrganization(organization.id)).toMatchObject({ suspendedAt: null });
    expect((await call("instance.people.list", {})).status).toBe(200);
  });
});

describe("the list of people", () => {
  it("says who has an account, and nothing of where they are a member", async () => {
    const { organization, operator, ban, call } = await open();
    const { admin } = organization.members;
    await ban(admin.id);
    const { body, text } = await call("instance.people.list", { search: admin.email });
    expect(body.result.data).toEqual({
      items: [
        {
          id: admin.id,
          name: expect.any(String),
          email: admin.email,
          operator: false,
          createdAt: expect.any(String),
          bannedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      ],
      nextCursor: null,
    });
    expect(text).not.toContain(organization.id);
    const banned = await call("instance.people.list", { banned: true });
    expect(banned.body.result.data.items).toHaveLength(1);
    const free = await call("instance.people.list", { banned: false, search: operator.email });
    expect(free.body.result.data.items).toMatchObject([{ operator: true, bannedAt: null }]);
  });

  it("is read page by page", async () => {
    const { call } = await open();
    const emails: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const from: object = cursor === "" ? {} : { cursor };
      const { body } = await call("instance.people.list", { limit: 2, ...from });
      emails.push(...body.result.data.items.map(({ email }: { email: string }) => email));
      cursor = body.result.data.nextCursor;
    }
    expect(emails).toHaveLength(5);
    expect(emails).toEqual([...new Set(emails)].toSorted());
  });
});
