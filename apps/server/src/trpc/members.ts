import { changeRole, isManager, removeMember, roles, type MemberId } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { timeOf } from "../view/time.ts";
import { memberProcedure, router } from "./init.ts";
import type { Context } from "./context.ts";
import type { OrganizationId } from "@katkey/keys";

const memberInput = z.object({ memberId: idInput("mem") });

const settlementInput = z.discriminatedUnion("action", [
  z.strictObject({ keyId: idInput("key"), action: z.literal("revoke") }),
  z.strictObject({ keyId: idInput("key"), action: z.literal("hand_over"), to: idInput("mem") }),
]);

/** They are one transaction, which holds the database's only write lock. Further keys are settled one by one before. */
const mostSettlements = 200;
const tooMany = `At most ${mostSettlements} keys at once. Hand over or revoke some of them first.`;

export const membersRouter = router({
  /** Who needs a code besides their password is for owners and admins to know; to everybody else it is `null`. */
  list: memberProcedure.query(async ({ ctx }) => {
    const members = await memberViewsOf(ctx, ctx.act.organizationId);
    const isTold = isManager(ctx.act.actor.role);
    return members.map((member) => ({ ...member, twoFactor: isTold ? member.twoFactor : null }));
  }),

  changeRole: memberProcedure
    .input(memberInput.extend({ role: z.enum(roles), from: z.enum(roles).exactOptional() }))
    .mutation(async ({ ctx, input: { organizationId, ...change } }) => {
      const label = await labelOf(ctx, organizationId, change.memberId);
      const member = await changeRole(ctx.services.desk, ctx.act, { ...change, label });
      return { id: member.id, role: member.role };
    }),

  /** Removes a member and settles their keys in the same step; also for leaving oneself. */
  remove: memberProcedure
    .input(memberInput.extend({ settlements: z.array(settlementInput).max(mostSettlements, tooMany) }))
    .mutation(async ({ ctx, input: { memberId, settlements } }) => {
      const label = await labelOf(ctx, ctx.act.organizationId, memberId);
      await removeMember(ctx.services.desk, ctx.act, { memberId, settlements, label });
      return { id: memberId };
    }),
});

async function memberViewsOf({ services }: Context, organizationId: OrganizationId) {
  const members = await services.desk.tenancy.listMembers(organizationId);
  const userIds = members.map(({ userId }) => userId);
  const users = services.identity.usersOf(userIds);
  const secured = services.identity.usersWithTwoFactor(userIds);
  return members.map(({ id, userId, role, joinedAt }) => ({
    id,
    name: users.get(userId)?.name ?? "",
    email: users.get(userId)?.email ?? "",
    role,
    joinedAt: timeOf(joinedAt),
    twoFactor: secured.has(userId),
  }));
}

async function labelOf(ctx: Context, organizationId: OrganizationId, memberId: MemberId) {
  const views = await memberViewsOf(ctx, organizationId);
  return views.find(({ id }) => id === memberId)?.email ?? memberId;
}
