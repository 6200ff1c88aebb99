import type { IncomingMessage } from "node:http";
import { AuthRefusal } from "./auth-refusal.ts";
import { addressOf } from "./forward.ts";
import { type RouteParts, signedIn } from "./route-parts.ts";
import type { Session } from "./session.ts";

/**
 * Whose request it is, once they have given their password again: a stolen session alone must not change how its
 * owner signs in. Guesses count with those at the sign-in.
 * @throws AuthRefusal `not_signed_in`, `current_password_wrong`, `too_many_attempts`
 */
export async function signedInAgain(
  parts: RouteParts,
  request: IncomingMessage,
  password: string,
): Promise<Session> {
  const session = await signedIn(parts, request);
  const { id, email } = session.user;
  await parts.throttle.wait(email, addressOf(request));
  if (await parts.isPasswordOf(id, password)) {
    parts.throttle.succeeded(email);
    return session;
  }
  parts.throttle.failed(email);
  throw new AuthRefusal("current_password_wrong", "The current password is wrong.");
}
