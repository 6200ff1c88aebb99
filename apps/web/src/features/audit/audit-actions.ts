import type { AuditAction } from "../../lib/api-types.ts";

/** Every action by the name it has in the filter, under its area. */
const areas = {
  "API keys": {
    "key.issued": "Key issued",
    "key.rotated": "Key rotated",
    "key.overlap_ended": "Overlap ended",
    "key.revoked": "Key revoked",
    "key.edited": "Key edited",
    "key.handed_over": "Key handed over",
    "key.exposed": "Key exposed",
  },
  Members: {
    "member.joined": "Member joined",
    "member.role_changed": "Role changed",
    "member.removed": "Member removed",
    "member.signed_in": "Signed in",
    "member.signed_out": "Signed out",
    "member.sessions_ended": "Sessions ended",
    "member.password_changed": "Password changed",
    "invitation.created": "Invitation created",
    "invitation.withdrawn": "Invitation withdrawn",
    "invitation.accepted": "Invitation accepted",
  },
  Organization: {
    "organization.created": "Organization created",
    "statement.closed": "Month closed",
  },
} as const satisfies Record<string, Partial<Record<AuditAction, string>>>;

type Listed = { [Area in keyof typeof areas]: keyof (typeof areas)[Area] }[keyof typeof areas];
// Does not compile when the server learns an action that is not listed above.
const actionNames: Readonly<Record<AuditAction | Listed, string>> = {
  ...areas["API keys"],
  ...areas.Members,
  ...areas.Organization,
};

/** As the filter offers them. */
export const actionGroups = Object.entries(areas).map(([group, names]) => ({
  group,
  items: Object.entries(names).map(([value, label]) => ({ value, label })),
}));

function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(actionNames, text);
}

/** The action that this is, or undefined: for addresses and fields that hold anything. */
export function auditActionOf(value: unknown): AuditAction | undefined {
  return typeof value === "string" && isAuditAction(value) ? value : undefined;
}
