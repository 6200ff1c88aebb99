import type { Session } from "@katkey/identity";
import { z } from "zod";
import { auditPerson } from "../person-audit.ts";
import { timeOf } from "../view/time.ts";
import type { Context } from "./context.ts";
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
      /** What the company's own API asks of keys, besides the built-in scopes. */
      ownScopes: services.desk.scopes.own,
      /** The first part of every token. */
      tokenBrand: services.desk.brand,
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
    .mutation(async ({ ctx, input: { sessionId } }) => {
      await auditEnding(ctx, ({ id }) => id === sessionId);
      await ctx.services.identity.revokeSession(ctx.session.user.id, sessionId);
      return { id: sessionId };
    }),

  revokeOthers: userProcedure.mutation(async ({ ctx }) => {
    const { user, sessionId } = ctx.session;
    await auditEnding(ctx, ({ id }) => id !== sessionId);
    await ctx.services.identity.revokeOtherSessions(user.id, sessionId);
    return { kept: sessionId };
  }),
});

type SignedIn = Context & { readonly session: Session };

/** Before they end, as a sign-in is on record before it counts; nothing when there is no such session. */
async function auditEnding(ctx: SignedIn, ends: (session: { readonly id: string }) => boolean) {
  const { services, session, address, requestId, now } = ctx;
  const { user } = session;
  if (!services.identity.listSessions(user.id).some(ends)) return;
  const logs = { tenancy: services.desk.tenancy, audit: services.audit };
  await auditPerson(logs, "member.sessions_ended", { user, address, at: now, requestId });
}
