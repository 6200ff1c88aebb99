import { acceptInvitation, withdrawInvitation, findInvitation, invite, KeyError, roles } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { emailInput, lineInput } from "../input/text.ts";
import { timeOf } from "../view/time.ts";
import type { Context } from "./context.ts";
import { managerProcedure, throttledProcedure, router, userProcedure } from "./init.ts";

type Joining = Pick<Parameters<typeof acceptInvitation>[1], "token" | "user">;

const tokenInput = z.object({ token: z.string().min(1).max(200) });

export const invitationsRouter = router({
  list: managerProcedure.query(async ({ ctx }) => {
    const { tenancy } = ctx.services.desk;
    const open = await tenancy.listInvitations(ctx.act.organizationId, ctx.now);
    return open.map(({ organizationId: _, createdAt, expiresAt, ...invitation }) => ({
      ...invitation,
      createdAt: timeOf(createdAt),
      expiresAt: timeOf(expiresAt),
    }));
  }),

  /** The answer holds the only copy of the link. Its secret is behind the `#`, so it reaches no server log. */
  create: managerProcedure
    .input(z.object({ email: emailInput, role: z.enum(roles) }))
    .mutation(async ({ ctx, input: { email, role } }) => {
      const { invitation, token } = await invite(ctx.services.desk, ctx.act, { email, role });
      const { id, expiresAt } = invitation;
      return {
        id,
        email,
        role,
        expiresAt: timeOf(expiresAt),
        link: `${ctx.services.origin}/invite#${token}`,
      };
    }),

  withdraw: managerProcedure
    .input(z.object({ invitationId: idInput("inv") }))
    .mutation(async ({ ctx, input }) => {
      await withdrawInvitation(ctx.services.desk, ctx.act, input.invitationId);
      return { id: input.invitationId };
    }),

  /** What an invitation offers, for whoever holds its link. */
  preview: throttledProcedure.input(tokenInput).query(async ({ ctx, input }) => {
    const { desk, identity } = ctx.services;
    const { invitation, organization } = await findInvitation(desk, input.token, ctx.now);
    return {
      organization: organization.name,
      email: invitation.email,
      role: invitation.role,
      invitedBy: invitation.invitedBy,
      hasAccount: identity.findUserByEmail(invitation.email) !== null,
    };
  }),

  accept: userProcedure.input(tokenInput).mutation(async ({ ctx, input }) => {
    const { address, requestId, now, session } = ctx;
    const request = { token: input.token, user: session.user, now, address, requestId };
    const { organization, member } = await acceptInvitation(ctx.services.desk, request);
    return { organizationId: organization.id, role: member.role };
  }),

  /** For those without an account: makes it and accepts. They sign in afterwards. */
  join: throttledProcedure
    .input(tokenInput.extend({ name: lineInput(80), password: z.string().max(1_000) }))
    .mutation(async ({ ctx, input: { token, name, password } }) => {
      const { desk, identity } = ctx.services;
      const { invitation } = await findInvitation(desk, token, ctx.now);
      const { email } = invitation;
      const user = await identity.createUser({ name, email, password, operator: false });
      const { organization } = await acceptOrUndo(ctx, { token, user });
      return { organizationId: organization.id, email };
    }),
});

/**
 * The invitation can end while the password is hashed. An account that was made only for it goes
 * with it, unless somebody has signed in to it already; then they have one and can accept another.
 */
async function acceptOrUndo({ services, address, requestId, now }: Context, joining: Joining) {
  try {
    return await acceptInvitation(services.desk, { ...joining, now, address, requestId });
  } catch (error) {
    // Only of a refusal it is certain that nothing was written.
    if (error instanceof KeyError) await services.identity.removeUser(joining.user.id);
    throw error;
  }
}
