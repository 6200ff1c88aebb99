import { IdentityError } from "@katkey/identity";
import {
  clientGroupOf,
  isManager,
  KeyError,
  type Act,
  type InstallationAct,
  type OperatorActor,
} from "@katkey/keys";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { faultOfValue, limitOfIssue } from "../input/fault-of-issue.ts";
import { idInput } from "../input/id.ts";
import { memberActOf } from "../member-act.ts";
import type { Context } from "./context.ts";
import { trpcCodeOf } from "./error-codes.ts";

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const { cause } = error;
    const refused = cause instanceof KeyError || cause instanceof IdentityError;
    const issues = cause instanceof z.ZodError ? cause.issues.slice(0, mostIssues) : [];
    return {
      ...shape,
      message: messageOf(error),
      data: {
        code: shape.data.code,
        httpStatus: refused && cause.code === "storage_full" ? 507 : shape.data.httpStatus,
        /** Why it was refused, from a closed list; `null` where the tRPC code says it all. */
        reason: refused ? cause.code : null,
        requestId: ctx?.requestId ?? null,
        issues: issues.map(viewOfIssue),
      },
    };
  },
});

/** What is wrong with one field: a closed code and, where a limit was passed, which, so that any language can say it. */
function viewOfIssue(issue: z.core.$ZodIssue) {
  const { code } = faultOfValue(issue);
  const message = shortened(issue.message);
  return { path: issue.path.join("."), code, limit: limitOfIssue(issue), message };
}

function messageOf({ code, cause, message }: TRPCError): string {
  if (code === "INTERNAL_SERVER_ERROR") return "Something went wrong on our side.";
  // The parser's own words quote the body.
  if (cause instanceof SyntaxError) return "The body is not valid JSON.";
  return cause instanceof z.ZodError ? shortened(cause.issues[0]?.message ?? "") : message;
}

/** Enough to mend an input by; more would make the answer larger than the request. */
const mostIssues = 50;
const longestMessage = 300;

/** One message can name every field that somebody made up. */
function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

export const router = t.router;

/** Refusals of the domain leave as the error of this transport that their code stands for. */
const translateRefusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (!(cause instanceof KeyError || cause instanceof IdentityError)) return result;
  throw new TRPCError({ code: trpcCodeOf[cause.code], message: cause.message, cause });
});

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure.use(translateRefusals);

const guessesPerMinute = 20;

/** For everybody who holds a link, and slow for whoever guesses one: 20 calls per client and minute. */
export const throttledProcedure = publicProcedure.use(async ({ ctx, next }) => {
  await spend(ctx, `links ${clientGroupOf(ctx.address)}`, guessesPerMinute);
  return next();
});

/** @throws TRPCError when there were as many under this name in the last minute */
export async function spend(
  { services: { limiter, clock } }: Context,
  name: string,
  perMinute: number,
): Promise<void> {
  const { allowed, resetSeconds } = await limiter.take(name, perMinute, clock.monotonic());
  if (allowed) return;
  const message = `Too many attempts. Try again in ${resetSeconds} seconds.`;
  throw new TRPCError({ code: "TOO_MANY_REQUESTS", message });
}

/** For signed-in users. */
export const userProcedure = publicProcedure.use(({ ctx, next }) => {
  const { session } = ctx;
  if (session === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  return next({ ctx: { ...ctx, session } });
});

/** For operators of the installation. */
export const operatorProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.session.user.operator) return next();
  throw new TRPCError({ code: "FORBIDDEN", message: "Only the operator of this installation can do this." });
});

/** For operators, about the installation itself: on record in its own log. */
export const installationProcedure = operatorProcedure.use(({ ctx, next }) => {
  const { now, address, requestId, session } = ctx;
  const { id: userId, email } = session.user;
  const act: InstallationAct = { actor: { type: "operator", userId, email }, now, address, requestId };
  return next({ ctx: { ...ctx, act } });
});

/** For operators, about an organization that they need not be a member of: never about its keys. */
export const operatedProcedure = operatorProcedure
  .input(z.object({ organizationId: idInput("org") }))
  .use(({ ctx, input: { organizationId }, next }) => {
    const { now, address, requestId, session } = ctx;
    const { id: userId, email } = session.user;
    const actor = { type: "operator", userId, email } as const;
    const act: Act<OperatorActor> = { organizationId, actor, now, address, requestId };
    return next({ ctx: { ...ctx, act } });
  });

/** For members of the organization that the input names. For anybody else it does not exist. */
export const memberProcedure = userProcedure
  .input(z.object({ organizationId: idInput("org") }))
  .use(async ({ ctx, input, next }) => {
    const membership = await ctx.membershipOf(input.organizationId);
    if (membership === null) {
      throw new KeyError("organization_not_found", "There is no such organization.");
    }
    const act = memberActOf(ctx.session.user, membership, ctx);
    return next({ ctx: { ...ctx, act, organization: membership.organization } });
  });

/** For owners and admins. */
export const managerProcedure = memberProcedure.use(({ ctx, next }) => {
  if (!isManager(ctx.act.actor.role)) {
    throw new KeyError("role_not_allowed", "Only owners and admins can do this.");
  }
  return next();
});
