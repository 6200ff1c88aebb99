import { type UserId, isId } from "@katkey/keys";
import { createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { eq } from "drizzle-orm";
import { AuthRefusal, tooManyAttempts } from "../routes/auth-refusal.ts";
import type { AuthWriting } from "../auth/auth-writing.ts";
import type { Connection } from "../database.ts";
import { twoFactor } from "../schema.ts";
import { signInBasis } from "../sign-in/sign-in-basis.ts";
import { spendAttempt, takeStep } from "./code-attempts.ts";
import { stepOfCode } from "./step-of-code.ts";

export const codePath = "/two-factor/verify-totp";
export const recoveryCodePath = "/two-factor/verify-backup-code";

type Call = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

interface Judge {
  readonly database: Connection;
  readonly now: () => number;
  readonly writing: AuthWriting;
}

/**
 * Judges a code before better-auth does, which by itself takes one code twice (RFC 6238, 5.2, forbids that), and
 * counts attempts after the fact. @throws AuthRefusal `code_wrong`, `code_used`, `too_many_attempts`,
 * `second_step_ended`, `two_factor_unreadable`
 */
export function judgingCodes({ database, now, writing: { write, judgedBy } }: Judge) {
  return createAuthMiddleware(async (call) => {
    if (call.path !== codePath && call.path !== recoveryCodePath) return;
    const challenged = await challengedUser(call, now());
    const userId = challenged ?? (await getSessionFromCtx(call))?.user.id;
    if (userId === undefined) throw new AuthRefusal("second_step_ended", "Enter your password again.");
    if (challenged !== null && isId("usr", challenged)) {
      const basis = signInBasis(database, { id: challenged });
      judgedBy(() => signInBasis(database, { id: challenged }) === basis);
    }
    if (call.path === recoveryCodePath) return;
    const stored = isId("usr", userId) ? findSecret(database, userId) : undefined;
    if (stored === undefined) throw new AuthRefusal("two_factor_off", "Two-factor is not set up.");
    // Who sets up their own app may try as often as they like: they have the secret before them.
    const waitMs =
      challenged === null ? null : await write(() => spendAttempt(database, stored.userId, now()));
    if (waitMs !== null) throw tooManyAttempts(Math.ceil(waitMs / 1_000));
    const step = stepOfCode(await decrypted(call, stored.secret), codeIn(call), now());
    if (step === null) throw new AuthRefusal("code_wrong", "This is not the code that your app shows now.");
    if (!(await write(() => takeStep(database, stored.userId, step)))) {
      throw new AuthRefusal("code_used", "This code was used already. Wait for the next one.");
    }
  });
}

/** Whose password was right a moment ago, by the cookie of the second step. */
async function challengedUser(call: Call, now: number): Promise<string | null> {
  const { name } = call.context.createAuthCookie("two_factor");
  const identifier = await call.getSignedCookie(name, call.context.secret);
  if (typeof identifier !== "string") return null;
  const challenge = await call.context.internalAdapter.findVerificationValue(identifier);
  return challenge !== null && challenge.expiresAt.getTime() > now ? challenge.value : null;
}

function findSecret(database: Connection, userId: UserId) {
  const { userId: ofUser, secret } = twoFactor;
  return database.select({ userId: ofUser, secret }).from(twoFactor).where(eq(ofUser, userId)).get();
}

async function decrypted({ context }: Call, data: string): Promise<string> {
  try {
    return await symmetricDecrypt({ key: context.secretConfig, data });
  } catch (cause) {
    context.logger.error("A two-factor secret cannot be read; the session secret may be another", cause);
    throw new AuthRefusal("two_factor_unreadable", "Ask the operator to turn your two-factor off.");
  }
}

function codeIn({ body }: Call): string {
  const code: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "code") : null;
  return typeof code === "string" ? code : "";
}
