import { authRoutes } from "./auth-routes.ts";
import { isPasswordOf } from "../passwords/is-password-of.ts";
import { revokeOtherSessions, revokeSession } from "../sessions/open-sessions.ts";
import { deletePasskey, listPasskeys } from "../passkeys/passkeys.ts";
import type { Passwords } from "../hashing/passwords.ts";
import type { RouteParts } from "./route-parts.ts";
import { recoveryCodesOf } from "../sign-in/sign-in-means.ts";
import type { SignListeners } from "../sign-in/sign-event.ts";
import { findUserByEmail } from "../people/user.ts";

interface Parts extends Pick<
  RouteParts,
  | "auth"
  | "writing"
  | "database"
  | "write"
  | "now"
  | "origin"
  | "cookies"
  | "sessionOf"
  | "throttle"
  | "onSignInFailed"
> {
  readonly passwords: Passwords;
  readonly listeners: SignListeners;
}

/** The routes, on what they read and write. */
export function createRoutes({ listeners, passwords, ...parts }: Parts): ReturnType<typeof authRoutes> {
  const { auth, database, write, now } = parts;
  return authRoutes({
    ...parts,
    findUserByEmail: (email) => findUserByEmail(database, email),
    isPasswordOf: (userId, password) => isPasswordOf({ database, passwords }, userId, password),
    recoveryCodesOf: (userId) => recoveryCodesOf(auth, userId),
    async endSession({ user, sessionId }, address) {
      await listeners.onSignedOut?.({ user, address, at: now() });
      await write(() => revokeSession(database, user.id, sessionId), "all");
    },
    async removePasskey({ user, sessionId }, { id, address }) {
      if (!listPasskeys(database, user.id).some((passkey) => passkey.id === id)) return false;
      await listeners.onPasskeyRemoved?.({ user, address, at: now() });
      return write(() => {
        revokeOtherSessions(database, user.id, sessionId);
        return deletePasskey(database, user.id, id);
      }, "all");
    },
  });
}
