import type { Role } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

/** Strongest first, as the server ranks them. */
export const roles = ["owner", "admin", "member", "viewer"] as const satisfies readonly Role[];

export function roleName(role: Role): string {
  return t(`roles.${role}.name`);
}

/** "an admin": as part of a sentence. */
export function oneOfRole(role: Role): string {
  return t(`roles.${role}.one`);
}

/** What somebody with this role may do, in a sentence. */
export function roleSentence(role: Role): string {
  return t(`roles.${role}.means`);
}

/** "admin", for a role as the audit log has it; what is no role stays as it is. */
export function roleWord(text: string): string {
  const role = roles.find((one) => one === text);
  return role === undefined ? text : t(`roles.${role}.plain`);
}

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
