import type { Session } from "@katkey/identity";
import {
  coversScopes,
  isManager,
  isOfferedTo,
  stoppedAt,
  type Membership,
  type PartnerApp,
  type Scope,
} from "@katkey/keys";
import type { PendingRequest } from "@katkey/oauth";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";

/** What the page shows to whoever is to decide. */
export async function detailsOf(services: Services, pending: PendingRequest, session: Session | null) {
  const { desk } = services;
  const app = await desk.apps.find(pending.appId);
  if (app === null) throw new Problem("connect_request_over");
  const owner = await desk.tenancy.findOrganization(app.organizationId);
  const memberships = session === null ? [] : await desk.tenancy.listMemberships(session.user.id);
  const { scopes } = pending;
  return {
    /** `login`: for anybody to sign in, and then to say so by a decision. */
    waitsFor: pending.waitsFor,
    user: session && { name: session.user.name, email: session.user.email },
    /** Whether the one who is signed in now is the one whom the request waits for. */
    isForUser: pending.userId === null || pending.userId === session?.user.id,
    app: isVouchedFor(app, memberships) ? viewOfApp(app) : { ...viewOfApp(app), ...untold },
    ownerName: owner?.name ?? null,
    redirectHost: hostOf(pending.redirectUri),
    scopes,
    /** The one that the app would like. */
    organizationId: pending.organizationId,
    organizations: await Promise.all(
      memberships.map((membership) => viewOfChoice(services, app, { membership, scopes })),
    ),
  };
}

export type ConnectDetails = Awaited<ReturnType<typeof detailsOf>>;

/** What the owner of an app says of it, which stands on a page of ours, and that nobody has looked at yet. */
const untold = { description: null, homepage: null, logo: null } as const;

/** By the operator, or by their own organization. */
function isVouchedFor(app: PartnerApp, memberships: readonly Membership[]): boolean {
  if (app.approval === "approved") return true;
  return memberships.some(({ organization }) => organization.id === app.organizationId);
}

function viewOfApp(app: PartnerApp) {
  const { id, name, description, homepage, logo, type } = app;
  return { id, name, description, homepage, logo, type, disabled: stoppedAt(app) !== null };
}

interface Choice {
  readonly membership: Membership;
  readonly scopes: readonly Scope[];
}

/** An organization of theirs, and why the app cannot be connected to it, if it cannot. */
async function viewOfChoice({ desk }: Services, app: PartnerApp, choice: Choice) {
  const { membership, scopes } = choice;
  const { organization, member } = membership;
  return {
    id: organization.id,
    name: organization.name,
    role: member.role,
    obstacle: obstacleTo(membership) ?? (await obstacleOfOffer(desk, app, choice)),
    /** As far as their role allows it. */
    scopes: desk.scopes.effective(scopes, member.role),
  };
}

function obstacleTo({ organization, member }: Membership) {
  if (!isManager(member.role)) return "role_not_allowed" as const;
  return organization.suspendedAt === null ? null : ("organization_suspended" as const);
}

async function obstacleOfOffer({ grants }: Services["desk"], app: PartnerApp, choice: Choice) {
  const { membership, scopes } = choice;
  const { organization, member } = membership;
  if (isOfferedTo(app, organization.id)) return null;
  const { userId } = member;
  const given = await grants.findLiveBy({ appId: app.id, organizationId: organization.id, userId });
  // Whoever has given it all that already gives nothing now.
  if (given !== null && coversScopes(given.scopes, scopes)) return null;
  // Also one that was approved, and that its owner has changed since.
  return app.approval === "requested" ? ("app_awaits_approval" as const) : ("app_not_offered" as const);
}

/** Where the answer goes, as far as people can judge it: of a scheme of the app's own, the scheme. */
function hostOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri);
  // Behind a scheme of the app's own a host is only a word, and could be anybody's name.
  return protocol === "https:" || protocol === "http:" ? host : protocol;
}
