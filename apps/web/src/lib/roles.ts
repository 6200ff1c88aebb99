import type { Role } from "./api-types.ts";

/** Strongest first, as the server ranks them. */
export const roles = ["owner", "admin", "member", "viewer"] as const satisfies readonly Role[];

export const roleNames = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
} as const satisfies Record<Role, string>;

export const roleSentences = {
  owner: "Everything an admin may do, and decides who the owners are.",
  admin: "Manages all keys, members and invitations, and reads the audit log.",
  member: "Issues keys within their role and manages the keys they are responsible for.",
  viewer: "Sees the list of keys and the members. Changes nothing.",
} as const satisfies Record<Role, string>;

/** Owners and admins manage every key, the members and the settings. */
export function isManager(role: Role): boolean {
  return role === "owner" || role === "admin";
}

/** Viewers cannot be responsible for a key. */
export function canHoldKeys(role: Role): boolean {
  return role !== "viewer";
}

/** What the server would allow: only owners decide about owners. */
export function canAssign(actor: Role, role: Role): boolean {
  return role === "owner" ? actor === "owner" : isManager(actor);
}
