import type { MemberId, OrganizationId, UserId } from "@katkey/keys";
import { CommandError } from "../command/command.ts";
import type { Organizations } from "../organizations/with-organizations.ts";

/** A member as they are called. */
export interface NamedMember {
  readonly id: MemberId;
  readonly userId: UserId;
  readonly role: string;
  readonly joinedAt: number;
  readonly name: string;
  readonly email: string;
}

/** In the order in which they joined. */
export async function membersOf(
  { desk, people }: Organizations,
  organizationId: OrganizationId,
): Promise<readonly NamedMember[]> {
  const members = await desk.tenancy.listMembers(organizationId);
  const labels = people.labelsOf(members.map(({ userId }) => userId));
  return members.map(({ id, userId, role, joinedAt }) => ({
    id,
    userId,
    role,
    joinedAt,
    ...(labels.get(userId) ?? { name: "", email: "" }),
  }));
}

/** By their id or e-mail address. @throws CommandError */
export async function memberTyped(
  organizations: Organizations,
  organizationId: OrganizationId,
  typed: string,
): Promise<NamedMember> {
  const members = await membersOf(organizations, organizationId);
  const address = typed.trim().toLowerCase();
  const found = members.find(({ id, email }) => id === typed || email === address);
  if (found !== undefined) return found;
  throw new CommandError(`${typed} is no member of this organization.`, { code: "member_not_found" });
}
