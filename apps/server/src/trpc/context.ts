import type { IncomingHttpHeaders } from "node:http";
import type { Membership, OrganizationId } from "@katkey/keys";
import type { Session } from "@katkey/identity";
import type { Services } from "../services.ts";

/** Per HTTP request: who is signed in, asked once, whatever the number of calls in the batch. */
export interface Context {
  readonly services: Services;
  readonly session: Session | null;
  readonly address: string;
  readonly requestId: string;
  readonly now: number;
  /** The signed-in user's place in an organization, read once for each. */
  membershipOf(organizationId: OrganizationId): Promise<Membership | null>;
}

export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  readonly requestId: string;
}

export async function createContext(services: Services, arrival: Arrival): Promise<Context> {
  const session = await services.identity.sessionOf(arrival.headers);
  const memberships = new Map<OrganizationId, Promise<Membership | null>>();
  return {
    services,
    session,
    address: arrival.address,
    requestId: arrival.requestId,
    now: services.clock.now(),
    membershipOf(organizationId) {
      if (session === null) return Promise.resolve(null);
      const known = memberships.get(organizationId);
      if (known !== undefined) return known;
      const found = services.desk.tenancy.findMembership(organizationId, session.user.id);
      memberships.set(organizationId, found);
      return found;
    },
  };
}
