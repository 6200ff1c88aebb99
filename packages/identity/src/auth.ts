import { type UserId, createId, isId, type RandomBytes } from "@katkey/keys";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { type BetterAuthOptions, betterAuth } from "better-auth/minimal";
import type { SessionCookie } from "./cookie.ts";
import type { Connection } from "./database.ts";
import { withHashedTokens } from "./hashed-tokens.ts";
import type { Passwords } from "./passwords.ts";
import { account, session, user } from "./schema.ts";

export const basePath = "/auth";
export const signInPath = "/sign-in/email";
export const changePasswordPath = "/change-password";

/** Set by our server on every request, whatever the client sent. Never `x-forwarded-for`. */
export const clientAddressHeader = "x-katkey-client-address";

/** What happens before a session is stored. Throwing stops it. */
export type BeforeSession = (
  userId: UserId,
  request: { readonly address: string | null; readonly isSignIn: boolean },
) => Promise<void>;

/** What happens before a new password is stored. Throwing stops it. */
export type BeforePasswordChange = (userId: UserId, address: string | null) => Promise<void>;

interface AuthSettings {
  readonly database: Connection;
  readonly origin: string;
  readonly secret: string;
  readonly cookie: SessionCookie;
  readonly passwords: Passwords;
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly beforeSession: BeforeSession;
  readonly beforePasswordChange: BeforePasswordChange;
  readonly onFault: (message: string, cause: unknown) => void;
}

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(settings: AuthSettings) {
  const { database, origin, cookie, passwords } = settings;
  return betterAuth({
    appName: "Katkey",
    baseURL: origin,
    basePath,
    trustedOrigins: [origin],
    // In this form, and not as `secret`, it wins over BETTER_AUTH_SECRETS in the environment.
    secrets: [{ version: 1, value: settings.secret }],
    telemetry: { enabled: false },
    database: withHashedTokens(
      drizzleAdapter(database, { provider: "sqlite", schema: { user, account, session } }),
    ),
    user: { additionalFields: { operator: { type: "boolean", required: true, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Our own rules judge new passwords, in code points; these count UTF-16 units.
      minPasswordLength: 1,
      maxPasswordLength: 256,
      password: { hash: passwords.hash, verify: ({ hash, password }) => passwords.verify(hash, password) },
    },
    // Thirty days from sign-in, never prolonged: a read of the session writes nothing.
    session: { expiresIn: 30 * 24 * 60 * 60, disableSessionRefresh: true },
    rateLimit,
    advanced: {
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // Otherwise better-auth turns it off by itself when NODE_ENV is "test".
      disableOriginCheck: false,
      // Otherwise better-auth puts `__Secure-` before the name below.
      useSecureCookies: false,
      cookiePrefix: "katkey",
      cookies: { session_token: cookie },
      // The schema check misses what is left out on purpose: see schema.ts.
      database: { generateId: generateIdWith(settings), validateSchema: false },
    },
    databaseHooks: {
      session: { create: { before: sessionHook(settings.beforeSession) } },
      account: { update: { before: accountHook(settings.beforePasswordChange) } },
    },
    // Errors that are not refusals reach our server's error handler, with their cause.
    onAPIError: { throw: true },
    logger: { level: "error", log: (_level, message, cause) => settings.onFault(message, cause) },
  });
}

// In memory, so that a storm of guesses never takes the write lock or an fsync
// of the database that keys are verified from. A restart forgives ten attempts.
const attempts = { window: 60, max: 10 };
const rateLimit = {
  enabled: true,
  storage: "memory",
  customRules: { [signInPath]: attempts, [changePasswordPath]: attempts },
} satisfies BetterAuthOptions["rateLimit"];

// better-auth makes sessions only; users and their accounts are made in create-user.ts.
function generateIdWith({ now, random }: Pick<AuthSettings, "now" | "random">) {
  return () => createId("ses", now(), random);
}

const longestUserAgent = 256;

type Hooks = NonNullable<BetterAuthOptions["databaseHooks"]>;
type SessionHook = NonNullable<NonNullable<NonNullable<Hooks["session"]>["create"]>["before"]>;
type AccountHook = NonNullable<NonNullable<NonNullable<Hooks["account"]>["update"]>["before"]>;

function sessionHook(beforeSession: BeforeSession): SessionHook {
  return async (created, context) => {
    if (!isId("usr", created.userId)) return false;
    // The whole address: better-auth itself would store only the network of an IPv6 one.
    const address = context?.headers?.get(clientAddressHeader) ?? null;
    await beforeSession(created.userId, { address, isSignIn: context?.path === signInPath });
    return {
      data: { ipAddress: address, userAgent: created.userAgent?.slice(0, longestUserAgent) ?? null },
    };
  };
}

// Changing the password is all that ever changes an account.
function accountHook(beforePasswordChange: BeforePasswordChange): AccountHook {
  return async (_change, context) => {
    const userId = context?.context.session?.user.id ?? "";
    if (!isId("usr", userId)) throw new Error("Nobody is signed in whose password could change.");
    await beforePasswordChange(userId, context?.headers?.get(clientAddressHeader) ?? null);
  };
}
