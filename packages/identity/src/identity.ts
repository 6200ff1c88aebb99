import type { IncomingHttpHeaders } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { RandomBytes, UserId } from "@katkey/keys";
import type { Write } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { type AuthHandler, createAuthHandler } from "./routes/auth-handler.ts";
import { createAuth } from "./auth/auth.ts";
import { createAuthWriting } from "./auth/auth-writing.ts";
import { authCookiesFor } from "./auth/cookie.ts";
import { type NewUser, createUser } from "./people/create-user.ts";
import { createRoutes } from "./routes/create-routes.ts";
import { createHashQueue } from "./hashing/hash-queue.ts";
import { createHashThread } from "./hashing/hash-thread.ts";
import { createPasswords, type Passwords } from "./hashing/passwords.ts";
import { hashNewPassword } from "./passwords/hash-new-password.ts";
import {
  type OpenSession,
  listSessions,
  revokeOtherSessions,
  revokeSession,
} from "./sessions/open-sessions.ts";
import { removeUser } from "./people/remove-user.ts";
import { type FirstOperator, completeSetup, createSetupToken, ensureOperator } from "./setup.ts";
import { type SignInMeans, signInMeansOf } from "./sign-in/sign-in-means.ts";
import { type SignListeners, createGates } from "./sign-in/sign-event.ts";
import type { SharedAttempts } from "./attempts/shared-attempts.ts";
import { type SignInThrottle, createSignInThrottle } from "./attempts/sign-in-throttle.ts";
import { type Session, findSession } from "./sessions/session.ts";
import { type PasswordAgain, assertPasswordAgain } from "./routes/signed-in-again.ts";
import { usersWithTwoFactor } from "./two-factor/two-factor.ts";
import { type User, type UserLabel, countUsers, findUserByEmail, usersOf } from "./people/user.ts";

export interface IdentitySettings extends SignListeners {
  /** Opened with `openDatabase`, `identityMigrations` among its migrations. */
  readonly database: Database;
  /** How changes are made on it. */
  readonly write: Write;
  /** Scheme, host and port under which browsers see this installation. */
  readonly origin: string;
  /** Signs the session cookies: at least 32 random characters, kept over restarts. */
  readonly secret: string;
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Told of each sign-in with a wrong password or code, an unknown address or passkey, and from where. */
  readonly onSignInFailed?: (address: string | null) => void;
  /** How attempts at an account under attack are slowed down; a timer unless given. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** Where several processes count attempts together; otherwise this one counts its own. */
  readonly sharedAttempts?: SharedAttempts;
  /** Told of faults inside better-auth that it hides from its caller. */
  readonly onFault?: (message: string, cause: unknown) => void;
  /** One at a time, in a thread of its own, unless given. */
  readonly passwords?: Passwords;
}

/** The people of an installation: who they are, and who is signed in. */
export interface Identity {
  /** Answers `/auth/…`. To be mounted before any body parser. */
  readonly handler: AuthHandler;
  /** Null without a live session. About 1 ms: call it once per request. */
  sessionOf(headers: Headers | IncomingHttpHeaders): Promise<Session | null>;
  /** Those that have not expired, the newest first. */
  listSessions(userId: UserId): readonly OpenSession[];
  /** False when the user has no such session. */
  revokeSession(userId: UserId, sessionId: string): Promise<boolean>;
  /** Answers how many ended. */
  revokeOtherSessions(userId: UserId, exceptSessionId: string): Promise<number>;
  /** What a user signs in with besides the password. */
  signInMeansOf(userId: UserId): Promise<SignInMeans>;
  /** Those of them who need a code besides their password. */
  usersWithTwoFactor(ids: readonly UserId[]): ReadonlySet<UserId>;
  /** Throws `email_taken`, `email_invalid`, `name_invalid`, `password_…` and `too_busy`. */
  createUser(details: NewUser): Promise<User>;
  /** Undoes `createUser`. False, and no change, for a user who has signed in. */
  removeUser(userId: UserId): Promise<boolean>;
  /** Of a password that the owner of the address chooses. Throws `password_…` and `too_busy`. */
  hashNewPassword(password: string, email: string): Promise<string>;
  /**
   * For what a session alone must not do: whoever is signed in gives their password again. Guesses count with those at
   * the sign-in. Throws `current_password_wrong`, `too_many_attempts` and `too_busy`.
   */
  assertPasswordAgain(again: PasswordAgain): Promise<void>;
  findUserByEmail(email: string): User | null;
  /** Ids that name nobody are left out. */
  usersOf(ids: readonly UserId[]): ReadonlyMap<UserId, UserLabel>;
  countUsers(): number;
  /** The token of a new setup link, good for one hour; earlier links end. Null once a user exists. */
  createSetupToken(now: number): string | null;
  /** Makes the first operator. Throws `setup_link_invalid` and what `createUser` throws. */
  completeSetup(setup: FirstOperator & { readonly token: string }, now: number): Promise<User>;
  /** Makes the first operator for unattended starts. Null, and no change, once a user exists. */
  ensureOperator(details: FirstOperator): Promise<User | null>;
}

export function createIdentity(settings: IdentitySettings): Identity {
  const { origin, random, now, write } = settings;
  const database = drizzle(settings.database);
  const passwords = settings.passwords ?? createPasswords(createHashThread(), createHashQueue());
  const cookies = authCookiesFor(origin);
  const onFault = settings.onFault ?? (() => {});
  const writing = createAuthWriting(write);
  const gates = createGates({ database, now, listeners: settings, writing });
  const auth = createAuth({ ...settings, database, cookies, passwords, gates, writing, onFault });
  const reading = { auth, writing, database, cookieName: cookies.session.name, now };
  const sessionOf: Identity["sessionOf"] = (headers) => findSession(reading, headers);
  const throttle = throttleOf(settings);
  const routes = createRoutes({
    auth,
    writing,
    database,
    write,
    now,
    origin,
    cookies,
    passwords,
    sessionOf,
    listeners: settings,
    throttle,
    onSignInFailed: settings.onSignInFailed ?? (() => {}),
  });
  const making = (at: number) => ({ passwords, random, now: at, write });
  return {
    handler: createAuthHandler(routes, random),
    sessionOf,
    listSessions: (userId) => listSessions(database, userId, now()),
    revokeSession: (userId, sessionId) => write(() => revokeSession(database, userId, sessionId), "all"),
    revokeOtherSessions: (userId, except) =>
      write(() => revokeOtherSessions(database, userId, except), "all"),
    signInMeansOf: (userId) => signInMeansOf(database, auth, userId),
    usersWithTwoFactor: (ids) => usersWithTwoFactor(database, ids),
    createUser: (details) => createUser(database, details, making(now())),
    removeUser: (userId) => write(() => removeUser(database, userId), "all"),
    hashNewPassword: (password, email) => hashNewPassword(passwords, password, email),
    assertPasswordAgain: (again) => assertPasswordAgain({ database, passwords, throttle }, again),
    findUserByEmail: (email) => findUserByEmail(database, email),
    usersOf: (ids) => usersOf(database, ids),
    countUsers: () => countUsers(database),
    createSetupToken: (at) => createSetupToken(database, at, random),
    completeSetup: (setup, at) => completeSetup(database, setup, making(at)),
    ensureOperator: (details) => ensureOperator(database, details, making(now())),
  };
}

function throttleOf({ sharedAttempts, now, pause = setTimeout }: IdentitySettings): SignInThrottle {
  return sharedAttempts?.throttle ?? createSignInThrottle({ now, pause });
}
