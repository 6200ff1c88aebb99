import type { UserId } from "@katkey/keys";
import { APIError } from "better-auth/api";
import { and, eq } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { account, twoFactor, user } from "../schema.ts";

/**
 * What a sign-in by password, and the code after it, is judged by, as a text to compare: the stored password, whether
 * there is a second step, and whether they are banned. Judging takes as long as a hash. What changes these ends every
 * session, but not the one that is made after.
 */
export function signInBasis(
  database: Executor,
  who: { readonly email: string } | { readonly id: UserId },
): string {
  const isPassword = and(eq(account.userId, user.id), eq(account.providerId, "credential"));
  const found = database
    .select({ password: account.password, secondStep: twoFactor.verified, bannedAt: user.bannedAt })
    .from(user)
    .leftJoin(account, isPassword)
    .leftJoin(twoFactor, eq(twoFactor.userId, user.id))
    .where("id" in who ? eq(user.id, who.id) : eq(user.email, who.email))
    .get();
  // Begun and not confirmed, two-factor is no second step yet.
  return JSON.stringify([found?.password, found?.secondStep === true, found?.bannedAt]);
}

/** In better-auth's own form: our routes answer it as what is wrong of a password, a code or a passkey. */
export function refusedAsOutdated(): APIError {
  return new APIError("UNAUTHORIZED", { message: "What they signed in with was changed meanwhile." });
}
