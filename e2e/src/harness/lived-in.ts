import {
  addMember,
  dashboardOf,
  getUser,
  operator,
  signIn,
  unattended,
  type SessionCookie,
} from "./dashboard.ts";
import { addApps } from "./lived-in-apps.ts";
import { reportTheLeak } from "./report-leak.ts";
import { startServer, type RunningServer } from "./server.ts";
import { ageOrganization, countRequests, type CountedRequests } from "./usage.ts";

const day = 24 * 60 * 60 * 1_000;

export interface LivedIn {
  readonly server: RunningServer;
  /** The operator's, who owns both organizations. */
  readonly cookie: SessionCookie;
  /** The link of an invitation that is open. */
  readonly invitation: string;
  /** The link with which somebody who forgot their password chooses another. */
  readonly passwordLink: string;
  /** Every page that there is for somebody who is signed in, full and empty, by a name for it. */
  readonly paths: Readonly<Record<string, string>>;
}

/** An installation in the middle of its life: keys in every state, people in every role, leaks, history. */
export async function startLivedIn(): Promise<LivedIn> {
  const server = await startServer({ env: unattended });
  const cookie = await signIn(server);
  const dashboard = dashboardOf(server, cookie);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme Robotics" });
  const empty = await dashboard.organizations.create.mutate({ name: "Globex" });
  type IssueInput = Parameters<typeof dashboard.keys.issue.mutate>[0]["key"];
  const issue = (key: Omit<IssueInput, "environment"> & Partial<IssueInput>) =>
    dashboard.keys.issue.mutate({ organizationId, key: { environment: "live", ...key } });

  const rotating = await issue({
    name: "Zapier Integration",
    note: "Orders to the warehouse, run by the shop team.",
  });
  await getUser(server, rotating.token);
  const rotation = { overlapSeconds: 86_400, replaces: rotating.key.secrets[0]?.publicKeyId ?? "" };
  const rotated = await dashboard.keys.rotate.mutate({ organizationId, keyId: rotating.key.id, rotation });
  await getUser(server, rotated.token);
  const exposed = await issue({
    name: "Storefront widget",
    scopes: ["products:read"],
    addresses: ["127.0.0.0/8", "2001:db8::/32"],
  });
  await fetch(server.url("/v1/user"), {
    headers: {
      authorization: `Bearer ${exposed.token}`,
      origin: "https://shop.example",
      "x-request-id": "from-a-page",
    },
  });
  const active = await issue({
    name: "Nightly export",
    scopes: ["products:read", "usage:read"],
    expiresAt: new Date(Date.now() + 30 * day).toISOString(),
  });
  const leaked = await issue({
    name: "A key with quite a long name that says in detail what it is there for",
    environment: "test",
  });
  await reportTheLeak(server, leaked.token);
  const revoked = await issue({ name: "Old billing job" });
  await dashboard.keys.revoke.mutate({
    organizationId,
    keyId: revoked.key.id,
    revocation: { reason: "superseded", text: "Replaced by the nightly export" },
  });

  for (const [name, role] of [
    ["ada", "admin"],
    ["max", "member"],
    ["vera", "viewer"],
  ] as const) {
    await addMember(dashboard, {
      organizationId,
      name: `${name} Example`,
      email: `${name}@example.com`,
      role,
    });
  }
  const { link: invitation } = await dashboard.invitations.create.mutate({
    organizationId,
    email: "new@example.com",
    role: "member",
  });

  await addMember(dashboard, {
    organizationId: empty.id,
    name: "Mallory Example",
    email: "mallory@example.com",
    role: "viewer",
  });
  const ada = await dashboard.instance.people.list.query({ search: "ada@" });
  const passwordLinks = await Promise.all(
    ada.items.map(({ id }) =>
      dashboard.instance.people.makePasswordLink.mutate({ id, password: operator.password }),
    ),
  );
  const mallory = await dashboard.instance.people.list.query({ search: "mallory@" });
  for (const { id } of mallory.items) await dashboard.instance.people.ban.mutate({ id });

  const services = { organizations: [organizationId], expiresAt: null };
  const gateway = await dashboard.instance.serviceTokens.issue.mutate({ name: "Gateway", ...services });
  await fetch(server.url("/v1/verify"), {
    method: "POST",
    headers: { authorization: `Bearer ${gateway.token}`, "content-type": "application/json" },
    body: JSON.stringify({ token: active.token, cost: 0 }),
  });
  const { id } = gateway.serviceToken;
  await dashboard.instance.serviceTokens.rotate.mutate({ id, overlapSeconds: 86_400 });
  const apps = await addApps(server, { dashboard, cookie, organizationId, emptyId: empty.id });
  await dashboard.instance.suspend.mutate({ organizationId: empty.id, reason: "Unpaid since May" });

  ageOrganization(server, organizationId, Date.now() - 120 * day);
  countRequests(server, fourMonths(organizationId, [rotating.key, active.key, exposed.key, revoked.key]));

  const lastMonth = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 1))
    .toISOString()
    .slice(0, 7);
  const settings = `/o/${organizationId}/settings`;
  const usage = `/o/${organizationId}/usage`;
  const paths = {
    home: `/o/${organizationId}`,
    "home-24h": `/o/${organizationId}?range=24h&view=table`,
    "no-home": `/o/${empty.id}`,
    refusals: `/o/${organizationId}/refusals`,
    explained: `/o/${organizationId}/refusals?request=from-a-page`,
    "unknown-request": `/o/${organizationId}/refusals?request=no-such-request`,
    "no-refusals": `/o/${empty.id}/refusals`,
    usage,
    "usage-by-key": `${usage}?by=key&range=12mo`,
    "usage-by-route": `${usage}?by=route&range=7d`,
    "usage-by-status": `${usage}?by=status&view=table`,
    "usage-hours": `${usage}?range=24h&environment=live`,
    "no-usage": `/o/${empty.id}/usage`,
    billing: `/o/${organizationId}/billing`,
    statement: `/o/${organizationId}/billing/${lastMonth}`,
    "no-billing": `/o/${empty.id}/billing`,
    keys: `${settings}/keys`,
    "no-keys": `/o/${empty.id}/settings/keys`,
    "key-rotating": `${settings}/keys/${rotating.key.id}`,
    "key-exposed": `${settings}/keys/${exposed.key.id}`,
    "key-quarantined": `${settings}/keys/${leaked.key.id}`,
    "key-active": `${settings}/keys/${active.key.id}`,
    "key-revoked": `${settings}/keys/${revoked.key.id}`,
    members: `${settings}/members`,
    audit: `${settings}/audit`,
    "audit-filtered": `${settings}/audit?action=key.issued`,
    organization: `${settings}/organization`,
    "organization-suspended": `/o/${empty.id}/settings/organization`,
    instance: "/instance",
    "instance-none": "/instance?q=nobody",
    "instance-organization": `/instance/${organizationId}`,
    people: "/instance/people",
    "people-banned": "/instance/people?status=banned",
    "people-none": "/instance/people?q=nobody",
    "service-tokens": "/instance/service-tokens",
    "installation-log": "/instance/log",
    "instance-suspended": `/instance/${empty.id}`,
    ...apps,
    account: "/account",
    "not-found": "/no/such/page",
    "no-key": `${settings}/keys/key_0000000000000000000000`,
  };
  return { server, cookie, invitation, passwordLink: passwordLinks[0]?.link ?? "", paths };
}

/** What is decided in a dialog: a name for it, the page it is on, and the button that opens it. */
export const decisions = [
  ["issue", "keys", "Issue API key"],
  ["rotate", "key-rotating", "Rotate"],
  ["end-overlap", "key-rotating", "End overlap now"],
  ["revoke", "key-rotating", "Revoke key"],
  ["edit", "key-exposed", "Edit"],
  ["release", "key-quarantined", "Release"],
  ["invite", "members", "Invite member"],
  ["remove", "members", /^Remove/],
  ["api-off", "organization", "Turn off API access"],
  ["change-plan", "instance-organization", "Change plan"],
  ["change-limit", "instance-organization", "Change limit"],
  ["suspend", "instance-organization", "Suspend"],
  ["resume", "instance-suspended", "Resume"],
  ["ban", "people", /^Ban /],
  ["password-link", "people", /^Make a password link for /],
  ["lift-ban", "people-banned", /^Lift ban of /],
  ["issue-service-token", "service-tokens", "Issue service token"],
  ["disconnect", "connected-apps", "Disconnect Stock Sync"],
  ["rotate-app-secret", "partner-app", "Rotate secret"],
  ["end-app-overlap", "partner-app", "End overlap now"],
  ["disable-app", "partner-app", "Disable"],
  ["make-secret", "partner-app-keys", "Make client secret"],
  ["withdraw-offer", "partner-app-public", "Take the offer back"],
  ["block-app", "offered-apps", /^Block/],
  ["unblock-app", "offered-apps-own", "Unblock Ledger Link"],
  ["enable-app", "partner-app-disabled", "Enable"],
  ["offer-app", "partner-app-disabled", "Offer to other organizations"],
  ["decide-app", "offered-apps", /^Decide about/],
  ["two-factor", "account", "Turn on two-factor"],
] as const;

/** The pages that llms.txt lists, as a browser is shown them. */
export async function documentationOf(server: RunningServer): Promise<readonly string[]> {
  const listed = await (await fetch(server.url("/llms.txt"))).text();
  return Array.from(listed.matchAll(/\((\S+)\.md\)/g), ([, url = ""]) => new URL(url).pathname);
}

/** Four months in which everybody does something, less at weekends and at night, and a little goes wrong. */
function* fourMonths(
  organizationId: string,
  keys: readonly { readonly id: string; readonly secrets: readonly { readonly publicKeyId: string }[] }[],
): Iterable<CountedRequests> {
  const hour = day / 24;
  const now = Date.now();
  for (let at = now - 118 * day; at < now; at += hour) {
    const hours = new Date(at).getUTCHours();
    const busy = (hours > 6 && hours < 20 ? 1 : 0.2) * ([0, 6].includes(new Date(at).getUTCDay()) ? 0.4 : 1);
    for (const [index, { id, secrets }] of keys.entries()) {
      const who = { organizationId, keyId: id, publicKeyId: secrets[0]?.publicKeyId ?? "" };
      const wave = 1 + 0.4 * Math.sin(at / (3 * day) + index) + 0.3 * Math.sin(at / hour + index * 7);
      const requests = Math.max(1, Math.round((30 / (index + 1)) * busy * wave));
      yield { ...who, at, requests };
      yield { ...who, at, requests: Math.ceil(requests / 4), route: "POST /v1/products/{id}/regenerate" };
      if (hours % 5 === index) yield { ...who, at, requests: 2, statusClass: 4 };
      if (hours === 9 + index) yield { ...who, at, requests: 6, statusClass: 4, refused: true };
      if (hours === 15 && index === 0) yield { ...who, at, requests: 1, statusClass: 5 };
    }
  }
}
