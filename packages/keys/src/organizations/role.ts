/** What a member may do in an organization, strongest first. */
export const roles = ["owner", "admin", "member", "viewer"] as const;

export type Role = (typeof roles)[number];

/** Owners and admins manage every key, the members and the settings. */
export function isManager(role: Role): boolean {
  return role === "owner" || role === "admin";
}

/** Viewers read; everybody else can be responsible for keys. */
export function canAnswerForKeys(role: Role): boolean {
  return role !== "viewer";
}

/** Only owners make, change or remove owners; managers decide about everybody else. */
export function canAssign(actor: Role, role: Role): boolean {
  return role === "owner" ? actor === "owner" : isManager(actor);
}
