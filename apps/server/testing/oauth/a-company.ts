import {
  acceptInvitation,
  createOrganization,
  invite,
  type Act,
  type Desk,
  type MemberActor,
} from "@katkey/keys";
import { aUser, type TestUser } from "../people.ts";
import type { TestServer } from "../server.ts";

/** An organization, its owner, and what they do there. */
export type Company = Awaited<ReturnType<typeof companyOf>>;

export interface Colleague extends TestUser {
  readonly memberId: MemberActor["memberId"];
  readonly role: MemberActor["role"];
}

/** An organization with an owner who is an operator too, and whoever else is to join. */
export async function aCompany(server: TestServer, user?: TestUser) {
  const person = user ?? (await aUser(server, { operator: true }));
  const company = await companyOf(server.services, person);
  const { desk } = server.services;
  return {
    ...company,
    async join(role: MemberActor["role"]): Promise<Colleague> {
      const joining = await aUser(server);
      const context = contextOf(server.services);
      const { token } = await invite(desk, company.act(), { email: joining.email, role });
      const joined = await acceptInvitation(desk, { token, user: joining, ...context });
      return { ...joining, memberId: joined.member.id, role };
    },
  };
}

type Parts = Pick<TestServer["services"], "clock"> & { readonly desk: Desk };

function contextOf({ clock }: Parts) {
  return { now: clock.now(), address: null, requestId: null };
}

/** The organization of somebody who has an account. */
export async function companyOf(services: Parts, person: TestUser) {
  const { desk } = services;

  const { organization, member } = await createOrganization(desk, {
    name: "Acme",
    plan: "enterprise",
    owner: { userId: person.id, email: person.email },
    ...contextOf(services),
  });
  const owner: Colleague = { ...person, memberId: member.id, role: "owner" };

  /** What somebody does there. */
  function act({ id: userId, email, memberId, role }: Colleague = owner): Act<MemberActor> {
    const actor = { type: "member", userId, email, memberId, role } as const;
    return { organizationId: organization.id, actor, ...contextOf(services) };
  }

  return { id: organization.id, owner, act };
}
