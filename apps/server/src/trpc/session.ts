import { z } from "zod";
import { timeOf } from "../view/time.ts";
import { publicProcedure, router, userProcedure } from "./init.ts";

export const sessionRouter = router({
  /** Who is signed in, and where they are a member; `null` when nobody is. */
  me: publicProcedure.query(async ({ ctx }) => {
    const { session, services } = ctx;
    if (session === null) return null;
    const { id, name, email, operator } = session.user;
    const memberships = await services.desk.tenancy.listMemberships(id);
    return {
      user: { id, name, email, operator },
      organizations: memberships.map(({ organization, member }) => ({
        id: organization.id,
        name: organization.name,
        plan: organization.plan,
        memberId: member.id,
        role: member.role,
      })),
    };
  }),

  list: userProcedure.query(({ ctx }) => {
    const { session, services } = ctx;
    const sessions = services.identity.listSessions(session.user.id);
    return sessions.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
      id,
      createdAt: timeOf(createdAt),
      expiresAt: timeOf(expiresAt),
      address: ipAddress,
      userAgent,
      current: id === session.sessionId,
    }));
  }),

  revoke: userProcedure
    .input(z.object({ sessionId: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => {
      ctx.services.identity.revokeSession(ctx.session.user.id, input.sessionId);
      return { id: input.sessionId };
    }),

  revokeOthers: userProcedure.mutation(({ ctx }) => {
    const { user, sessionId } = ctx.session;
    ctx.services.identity.revokeOtherSessions(user.id, sessionId);
    return { kept: sessionId };
  }),
});
