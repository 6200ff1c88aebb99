import { eventOf } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { createId, type OrganizationId, type UserId } from "../id.ts";
import { untouched } from "./organization.ts";
import type { Plan } from "./plan.ts";
import type { Membership } from "./tenancy-store.ts";

export interface CreateOrganizationRequest {
  /** 1–80 characters. */
  readonly name: string;
  readonly plan: Plan;
  readonly owner: { readonly userId: UserId; readonly email: string };
  readonly now: number;
  readonly address: string | null;
  readonly requestId: string | null;
}

/** Makes an organization and its first owner. */
export async function createOrganization(
  { tenancy, random }: Pick<Desk, "tenancy" | "random">,
  request: CreateOrganizationRequest,
): Promise<Membership> {
  const { name, plan, owner, now, address, requestId } = request;
  const id: OrganizationId = createId("org", now, random);
  const organization = { ...untouched, id, name, plan, createdAt: now };
  const member = {
    id: createId("mem", now, random),
    organizationId: id,
    userId: owner.userId,
    role: "owner",
    joinedAt: now,
  } as const;
  const actor = { type: "user", id: owner.userId, label: owner.email } as const;
  const event = eventOf(
    { organizationId: id, now, actor, address, requestId },
    {
      action: "organization.created",
      object: { type: "organization", id, label: name },
      after: { name, plan, ownerMemberId: member.id },
    },
  );
  await tenancy.insertOrganization(organization, member, { standing: null, events: [event] });
  return { organization, member };
}
