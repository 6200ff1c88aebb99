import type { UserId } from "@katkey/keys";
import type { AuthWriting } from "../auth/auth-writing.ts";
import type { Connection } from "../database.ts";
import { storedHashOf } from "../passwords/is-password-of.ts";
import {
  assertSessionOpen,
  forgetExpiredSessions,
  isSessionOpen,
  revokeOtherSessions,
} from "../sessions/open-sessions.ts";
import { assertNotBanned } from "../people/refuse-banned.ts";
import { forgetAttempts } from "../two-factor/code-attempts.ts";
import { refusedAsOutdated } from "./sign-in-basis.ts";
import { hasTwoFactor, markVerified } from "../two-factor/two-factor.ts";
import { type User, findUser } from "../people/user.ts";

/** Somebody signed in or out, or changed how they do. */
export interface SignEvent {
  readonly user: User;
  readonly address: string | null;
  readonly at: number;
}

export type SignListener = (event: SignEvent) => void | Promise<void>;

/** Told before what they are told of is stored; throwing refuses it. */
export interface SignListeners {
  readonly onSignedIn?: SignListener;
  readonly onSignedOut?: SignListener;
  readonly onPasswordChanged?: SignListener;
  readonly onTwoFactorTurnedOn?: SignListener;
  readonly onTwoFactorTurnedOff?: SignListener;
  readonly onPasskeyAdded?: SignListener;
  readonly onPasskeyRemoved?: SignListener;
}

/** What was shown for a session: a password, the code after it, or a passkey. Null: the session that it replaces. */
export type SignInStep = "password" | "code" | "passkey" | null;

/** What happens before better-auth stores something. Throwing stops it. */
export interface Gates {
  session(userId: UserId, by: { readonly step: SignInStep; readonly address: string | null }): Promise<void>;
  password(userId: UserId, change: PasswordChange): Promise<void>;
  twoFactor(userId: UserId, change: TwoFactorChange): Promise<void>;
  passkey(userId: UserId, address: string | null): Promise<void>;
}

interface OwnChange {
  readonly address: string | null;
  /** The session that does it: all others end. Where it has ended while the password was compared, nothing changes. */
  readonly sessionId: string;
}

interface PasswordChange extends OwnChange {
  /** Of the new one. The session that better-auth makes then is not left where another was chosen before. */
  readonly hash: string | null;
}

interface TwoFactorChange extends OwnChange {
  readonly isOn: boolean;
}

interface GateParts {
  readonly database: Connection;
  readonly now: () => number;
  readonly listeners: SignListeners;
  readonly writing: AuthWriting;
}

export function createGates({ database, now, listeners, writing }: GateParts): Gates {
  const tell = async (listener: SignListener | undefined, userId: UserId, address: string | null) => {
    const user = findUser(database, userId);
    if (user === null) throw new Error("The user is gone.");
    await writing.heed(Promise.resolve(listener?.({ user, address, at: now() })));
  };
  return {
    async session(userId, { step, address }) {
      assertNotBanned(database, userId);
      if (!writing.holds()) throw refusedAsOutdated();
      // better-auth makes a session for the password alone, too, and takes it back before it is given to anybody.
      const isSignIn = step === "password" ? !hasTwoFactor(database, userId) : step !== null;
      await tell(isSignIn ? listeners.onSignedIn : undefined, userId, address);
      await writing.write(() => {
        if (step === "code") forgetAttempts(database, userId);
        forgetExpiredSessions(database, userId, now());
      });
    },
    async password(userId, { hash, address, sessionId }) {
      assertSessionOpen(database, userId, sessionId);
      await tell(listeners.onPasswordChanged, userId, address);
      assertSessionOpen(database, userId, sessionId);
      writing.judgedBy(() => storedHashOf(database, userId) === hash);
    },
    async twoFactor(userId, { isOn, address, sessionId }) {
      assertSessionOpen(database, userId, sessionId);
      await tell(isOn ? listeners.onTwoFactorTurnedOn : listeners.onTwoFactorTurnedOff, userId, address);
      await writing.write(() => {
        assertSessionOpen(database, userId, sessionId);
        // Before the switch itself: cut off here, a later attempt begins afresh.
        if (isOn) markVerified(database, userId);
        revokeOtherSessions(database, userId, sessionId);
      });
      // better-auth makes the session that replaces it before it ends it.
      writing.judgedBy(() => isSessionOpen(database, userId, sessionId));
    },
    passkey: (userId, address) => tell(listeners.onPasskeyAdded, userId, address),
  };
}
