import type { BeforePasswordChange, BeforeSession } from "./auth.ts";
import type { Connection } from "./database.ts";
import { forgetExpiredSessions } from "./open-sessions.ts";
import { type User, findUser } from "./user.ts";

/** Somebody signed in or out, or changed their password. */
export interface SignEvent {
  readonly user: User;
  readonly address: string | null;
  readonly at: number;
}

export type SignListener = (event: SignEvent) => void | Promise<void>;

/** Changing the password makes a session too, and is not a sign-in. */
export function reportingSignIns(
  database: Connection,
  now: () => number,
  onSignedIn: SignListener | undefined,
): BeforeSession {
  return async (userId, { address, isSignIn }) => {
    const user = findUser(database, userId);
    if (user === null) throw new Error("The user of the new session is gone.");
    if (isSignIn) await onSignedIn?.({ user, address, at: now() });
    forgetExpiredSessions(database, userId, now());
  };
}

export function reportingPasswordChanges(
  database: Connection,
  now: () => number,
  onPasswordChanged: SignListener | undefined,
): BeforePasswordChange {
  return async (userId, address) => {
    const user = findUser(database, userId);
    if (user === null) throw new Error("The user of the new password is gone.");
    await onPasswordChanged?.({ user, address, at: now() });
  };
}
