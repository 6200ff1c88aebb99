import type { IncomingMessage } from "node:http";
import { AuthRefusal } from "./auth-refusal.ts";
import { IdentityError } from "../errors.ts";
import { addressOf } from "./forward.ts";
import type { Passwords } from "../hashing/passwords.ts";
import { isPasswordOf } from "../passwords/is-password-of.ts";
import { type RouteParts, signedIn } from "./route-parts.ts";
import type { Session } from "../sessions/session.ts";
import type { User } from "../people/user.ts";

/**
 * Whose request it is, once they have given their password again: a stolen session alone must not change how its
 * owner signs in. Guesses count with those at the sign-in.
 * @throws AuthRefusal `not_signed_in`, `too_many_attempts`
 * @throws IdentityError `current_password_wrong`
 */
export async function signedInAgain(
  parts: RouteParts,
  request: IncomingMessage,
  password: string,
): Promise<Session> {
  const session = await signedIn(parts, request);
  await judge(parts, { user: session.user, password, address: addressOf(request) });
  return session;
}

/** What somebody who is signed in gives as their password, and from where. */
export interface PasswordAgain {
  readonly user: Pick<User, "id" | "email">;
  readonly password: string;
  readonly address: string | null;
}

type Judging = Pick<RouteParts, "throttle" | "isPasswordOf">;

interface Parts extends Pick<RouteParts, "throttle" | "database"> {
  readonly passwords: Passwords;
}

/** For requests that do not come by our routes. @throws IdentityError `current_password_wrong`, `too_many_attempts`, `too_busy` */
export async function assertPasswordAgain(
  { throttle, ...parts }: Parts,
  again: PasswordAgain,
): Promise<void> {
  try {
    await judge({ throttle, isPasswordOf: (id, password) => isPasswordOf(parts, id, password) }, again);
  } catch (cause) {
    if (!(cause instanceof AuthRefusal) || cause.code !== "too_many_attempts") throw cause;
    throw new IdentityError("too_many_attempts", cause.message);
  }
}

async function judge(
  { throttle, isPasswordOf }: Judging,
  { user: { id, email }, password, address }: PasswordAgain,
): Promise<void> {
  await throttle.wait(email, address);
  if (await isPasswordOf(id, password)) return throttle.succeeded(email);
  throttle.failed(email);
  throw new IdentityError("current_password_wrong", "The current password is wrong.");
}
