import type { Member } from "../../lib/api/api-types.ts";

/** Without them nobody would own the organization, so they can neither leave nor take another role. */
export function isOnlyOwner({ id, role }: Member, members: readonly Member[]): boolean {
  return role === "owner" && members.every((other) => other.id === id || other.role !== "owner");
}
