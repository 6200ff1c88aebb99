import { acceptInvitation, changeRole, disconnectApp, invite } from "@katkey/keys";
import { expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { companyOf } from "../../testing/oauth/a-company.ts";
import { aPartner, tokensFor } from "../../testing/oauth/a-partner.ts";
import { twoProcesses } from "../../testing/oauth/two-processes.ts";

/** A token that both processes have seen, and another owner, who can demote whoever granted it. */
async function aWorldOfTwo() {
  const installation = await twoProcesses();
  const { services, urls, user } = installation;
  const company = await companyOf(services, user);
  const partner = await aPartner(installation, company);
  const { access_token: token } = await tokensFor(partner, aBrowser(installation, user.cookie), company.id);
  const other = { id: "usr_0Rk0AbCdEfGhJkLmNpQrSt", email: "grace@example.com" } as const;
  const { token: link } = await invite(services.desk, company.act(), { email: other.email, role: "owner" });
  const context = { now: services.clock.now(), address: null, requestId: null };
  const { member } = await acceptInvitation(services.desk, { token: link, user: other, ...context });
  const actor = { type: "member", userId: other.id, email: other.email, role: "owner" } as const;
  return {
    services,
    granting: company.act().actor,
    act: () => ({ ...company.act(), actor: { ...actor, memberId: member.id } }),
    /** What each process answers now. */
    async asked(path: string) {
      const headers = { authorization: `Bearer ${token}` };
      const answers = await Promise.all(urls.map((url) => fetch(url + path, { headers })));
      return Promise.all(
        answers.map(async (one) => ({ status: one.status, body: JSON.parse(await one.text()) })),
      );
    },
  };
}

const twice = (answer: object) => [answer, answer];

it("two processes that remember a token know at once what it may still do, and when it is over", async () => {
  const { services, granting, act, asked } = await aWorldOfTwo();
  const saying = (role: string, scopes: readonly string[]) =>
    twice({ status: 200, body: { app: { scopes }, responsibleMember: { role } } });
  expect(await asked("/v1/user")).toMatchObject(saying("owner", ["products:read", "products:write"]));

  await changeRole(services.desk, act(), { ...granting, role: "viewer", label: granting.email });
  expect(await asked("/v1/user")).toMatchObject(saying("viewer", ["products:read"]));

  const [connection] = await services.desk.grants.list(act().organizationId);
  if (connection === undefined) throw new Error("nothing is connected");
  await disconnectApp(services.desk, act(), connection.grant.id);
  expect(await asked("/v1/user")).toMatchObject(twice({ status: 401, body: { code: "app_disconnected" } }));
}, 120_000);
