import {
  acceptInvitation,
  createOrganization,
  invite,
  issue,
  type MemberActor,
  type Membership,
} from "@katkey/keys";

import type { TestServer } from "./server.ts";

export const password = "correct horse battery staple";
let people = 0;

/** A user with an account and, unless told otherwise, a session. */
export async function aUser({ services, send, origin }: TestServer, { operator = false } = {}) {
  people += 1;
  const email = `user${people}@example.com`;
  const user = await services.identity.createUser({ name: `User ${people}`, email, password, operator });
  // better-auth counts attempts per process, so every user comes from an address of their own.
  const address = `10.1.${Math.floor(people / 250)}.${(people % 250) + 1}`;
  const reply = await send("/auth/sign-in/email", {
    method: "POST",
    headers: { origin, "x-forwarded-for": address },
    body: { email, password },
  });
  const [cookie = ""] = String(reply.headers["set-cookie"]).split(";", 1);
  return { id: user.id, email, cookie };
}

export type TestUser = Awaited<ReturnType<typeof aUser>>;

/** An organization with a signed-in member of each role. */
export async function anOrganization(
  server: TestServer,
  { plan = "enterprise" }: { readonly plan?: Membership["organization"]["plan"] } = {},
) {
  const { desk, clock } = server.services;
  const owner = await aUser(server, { operator: true });
  const now = clock.now();
  const context = { now, address: null, requestId: null };
  const { organization, member } = await createOrganization(desk, {
    name: "Acme",
    plan,
    owner: { userId: owner.id, email: owner.email },
    ...context,
  });
  const organizationId = organization.id;
  const join = async (role: MemberActor["role"]) => {
    const user = await aUser(server);
    const actor = {
      type: "member",
      userId: owner.id,
      email: owner.email,
      memberId: member.id,
      role: "owner",
    } as const;
    const { token } = await invite(desk, { organizationId, actor, ...context }, { email: user.email, role });
    const joined = await acceptInvitation(desk, { token, user, ...context });
    return { ...user, memberId: joined.member.id };
  };
  const members = {
    owner: { ...owner, memberId: member.id },
    admin: await join("admin"),
    member: await join("member"),
    viewer: await join("viewer"),
  };
  return { id: organizationId, members };
}

export type TestOrganization = Awaited<ReturnType<typeof anOrganization>>;

let keys = 0;

interface KeyOptions extends Partial<Parameters<typeof issue>[2]> {
  readonly by?: MemberActor["role"];
}

/** The organization's owner, as the one who does something now. */
export function ownerAct({ services }: Pick<TestServer, "services">, organization: TestOrganization) {
  const { id: userId, email, memberId } = organization.members.owner;
  return {
    organizationId: organization.id,
    actor: { type: "member", userId, email, memberId, role: "owner" },
    now: services.clock.now(),
    address: null,
    requestId: null,
  } as const;
}

/** A key of the organization, issued by its owner unless told otherwise. */
export async function aKey(server: TestServer, organization: TestOrganization, options: KeyOptions = {}) {
  const { by = "owner", ...request } = options;
  const { id: userId, email, memberId } = organization.members[by];
  keys += 1;
  return issue(
    server.services.desk,
    {
      organizationId: organization.id,
      actor: { type: "member", userId, email, memberId, role: by },
      now: server.services.clock.now(),
      address: "192.0.2.1",
      requestId: "test",
    },
    {
      name: `Key ${keys}`,
      note: null,
      environment: "live",
      addresses: [],
      expiresAt: null,
      ...request,
    },
  );
}
