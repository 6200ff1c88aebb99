import type { Connection, OrganizationId } from "@katkey/keys";
import type { Services } from "../services.ts";
import { shownAppViewOf } from "./app-view.ts";
import { grantStatusOf } from "./grant-status-of.ts";
import { timeOf } from "./time.ts";

type Sources = Pick<Services, "desk" | "identity" | "usage">;

/** Grants as the organization sees them that gave them: which app, what it may do, by whose leave, and when it came last. */
export async function connectedAppViewsOf(
  { desk, identity, usage }: Sources,
  organizationId: OrganizationId,
  connections: readonly Connection[],
) {
  const owners = await ownersOf(desk, connections);
  const users = identity.usersOf(connections.map(({ grant }) => grant.userId));
  const ids = connections.map(({ grant }) => grant.id);
  const lastUses = await usage.lastUses(organizationId, ids);
  return connections.map(({ grant, app, role, live }) => {
    const { id, scopes, createdAt, endedAt, endedBy, memberId, userId } = grant;
    const lastUse = lastUses.get(id);
    return {
      id,
      app: { ...shownAppViewOf(app), owner: { name: owners.get(app.organizationId) ?? "" } },
      status: grantStatusOf(endedAt, live),
      /** What was granted; what of it has no effect now is in `curtailed`. */
      scopes,
      curtailed: scopes.filter((scope) => !desk.scopes.effective(scopes, role).includes(scope)),
      grantedBy: {
        memberId,
        name: users.get(userId)?.name ?? "",
        email: users.get(userId)?.email ?? "",
        hasLeft: role === null,
      },
      createdAt: timeOf(createdAt),
      endedAt: timeOf(endedAt),
      endedBy,
      lastUse: lastUse === undefined ? null : { at: timeOf(lastUse.at), address: lastUse.address },
    };
  });
}

async function ownersOf(
  { tenancy }: Services["desk"],
  connections: readonly Connection[],
): Promise<ReadonlyMap<OrganizationId, string>> {
  const ids = [...new Set(connections.map(({ app }) => app.organizationId))];
  const found = await Promise.all(ids.map((id) => tenancy.findOrganization(id)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
}
