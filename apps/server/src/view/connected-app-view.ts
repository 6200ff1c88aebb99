import type { Connection, Customer, OrganizationId } from "@katkey/keys";
import type { Services } from "../services.ts";
import { shownAppViewOf } from "./app-view.ts";
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
      status: statusOf(endedAt, live),
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

/** A grant as the app's owner sees it: whose data, and nothing of who gave it. */
export function customerViewOf({ grant, organizationName, live }: Customer) {
  const { id, organizationId, scopes, createdAt, endedAt, endedBy } = grant;
  return {
    id,
    organization: { id: organizationId, name: organizationName },
    status: statusOf(endedAt, live),
    scopes,
    createdAt: timeOf(createdAt),
    endedAt: timeOf(endedAt),
    endedBy,
  };
}

/** `paused`: it works again as soon as the app is enabled, or the organization's suspension ends. */
function statusOf(endedAt: number | null, live: boolean) {
  if (endedAt !== null) return "ended" as const;
  return live ? ("live" as const) : ("paused" as const);
}

async function ownersOf(
  { tenancy }: Services["desk"],
  connections: readonly Connection[],
): Promise<ReadonlyMap<OrganizationId, string>> {
  const ids = [...new Set(connections.map(({ app }) => app.organizationId))];
  const found = await Promise.all(ids.map((id) => tenancy.findOrganization(id)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
}
