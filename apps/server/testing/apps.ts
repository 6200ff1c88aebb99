import { registerApp, type Act, type AppDesk, type MemberActor } from "@katkey/keys";
import type { TestOrganization } from "./people.ts";
import type { TestServer } from "./server.ts";

let registered = 0;

/** An app of this organization, registered by its owner: confidential, unless told otherwise. */
export function anApp(
  server: Pick<TestServer, "services">,
  organization: TestOrganization,
  request: Partial<Parameters<typeof registerApp>[2]> = {},
) {
  registered += 1;
  return registerApp(appDesk(server), ownerOf(server, organization), {
    name: `App ${registered}`,
    description: null,
    homepage: null,
    logo: null,
    type: "confidential",
    redirectUris: ["https://app.example.com/cb"],
    scopes: ["products:read", "usage:read"],
    ...request,
  });
}

export function appDesk({ services }: Pick<TestServer, "services">): AppDesk {
  return { ...services.desk, apps: services.apps, grants: services.grants };
}

/** The organization's owner at work. */
export function ownerOf(
  { services }: Pick<TestServer, "services">,
  { id: organizationId, members }: TestOrganization,
): Act<MemberActor> {
  const { id: userId, email, memberId } = members.owner;
  const actor = { type: "member", userId, email, memberId, role: "owner" } as const;
  return { organizationId, actor, now: services.clock.now(), address: null, requestId: null };
}
