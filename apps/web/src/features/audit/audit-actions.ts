import type { OrganizationAction } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";

const t = wordsOf("audit");

/** Every action under its area, in the order of the filter. */
const areas = {
  keys: [
    "key.issued",
    "key.rotated",
    "key.overlap_ended",
    "key.revoked",
    "key.edited",
    "key.handed_over",
    "key.exposed",
    "key.quarantined",
    "key.released",
    "key.list_exported",
  ],
  apps: [
    "app.connected",
    "app.disconnected",
    "app.registered",
    "app.edited",
    "app.secret_rotated",
    "app.secret_overlap_ended",
    "app.disabled",
    "app.enabled",
    "app.blocked",
    "app.unblocked",
    "app.offered",
    "app.offer_withdrawn",
    "app.approved",
    "app.refused",
  ],
  members: [
    "member.joined",
    "member.role_changed",
    "member.removed",
    "member.signed_in",
    "member.signed_out",
    "member.sessions_ended",
    "member.password_changed",
    "member.password_link_made",
    "member.password_link_used",
    "member.two_factor_turned_on",
    "member.two_factor_turned_off",
    "member.passkey_added",
    "member.passkey_removed",
    "member.banned",
    "member.unbanned",
    "invitation.created",
    "invitation.withdrawn",
    "invitation.accepted",
  ],
  organization: [
    "organization.created",
    "organization.renamed",
    "organization.key_rules_changed",
    "organization.leak_policy_changed",
    "organization.api_access_changed",
    "organization.plan_changed",
    "organization.limit_changed",
    "organization.suspended",
    "organization.resumed",
    "organization.restored",
    "statement.closed",
    "audit.exported",
  ],
} as const satisfies Record<string, readonly OrganizationAction[]>;

type Listed = (typeof areas)[keyof typeof areas][number];
// Does not compile when the server learns an action that is not listed above.
const listed: readonly (OrganizationAction extends Listed ? OrganizationAction : never)[] =
  Object.values(areas).flat();

/** As the filter offers them. */
export function actionGroups() {
  return areaNames.map((area) => ({
    group: t(`areas.${area}`),
    items: areas[area].map((value) => ({ value, label: t(`actions.${value}`) })),
  }));
}

const areaNames = [
  "keys",
  "apps",
  "members",
  "organization",
] as const satisfies readonly (keyof typeof areas)[];

/** The action that this is, or undefined: for addresses and fields that hold anything. */
export function auditActionOf(value: unknown): OrganizationAction | undefined {
  return listed.find((action) => action === value);
}
