import { createId, type RandomBytes } from "@katkey/keys";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { type BetterAuthOptions, betterAuth } from "better-auth/minimal";
import { createDatabaseHooks } from "./auth-hooks.ts";
import { faultsIn } from "./auth-log.ts";
import { basePath, changePasswordPath, clientAddressHeader, signInPath } from "../routes/auth-paths.ts";
import { authPlugins } from "./auth-plugins.ts";
import type { AuthWriting } from "./auth-writing.ts";
import type { AuthCookies } from "./cookie.ts";
import type { Connection } from "../database.ts";
import { withHashedTokens } from "./hashed-tokens.ts";
import { withWrites } from "./written-adapter.ts";
import { passkeyPath } from "../passkeys/passkey-plugin.ts";
import type { Passwords } from "../hashing/passwords.ts";
import { account, passkey, session, twoFactor, user, verification } from "../schema.ts";
import type { SharedAttempts } from "../attempts/shared-attempts.ts";
import type { Gates } from "../sign-in/sign-event.ts";
import { codePath, judgingCodes, recoveryCodePath } from "../two-factor/judge-code.ts";

export interface AuthSettings {
  readonly database: Connection;
  readonly origin: string;
  readonly secret: string;
  readonly cookies: AuthCookies;
  readonly passwords: Passwords;
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly gates: Gates;
  readonly writing: AuthWriting;
  readonly sharedAttempts?: SharedAttempts;
  readonly onFault: (message: string, cause: unknown) => void;
}

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(settings: AuthSettings) {
  const { origin, passwords } = settings;
  return betterAuth({
    appName: "Katkey",
    baseURL: origin,
    basePath,
    trustedOrigins: [origin],
    // In this form, and not as `secret`, it wins over BETTER_AUTH_SECRETS in the environment.
    secrets: [{ version: 1, value: settings.secret }],
    telemetry: { enabled: false },
    database: databaseOf(settings),
    user: { additionalFields: { operator: { type: "boolean", required: true, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Our own rules judge new passwords, in code points; these count UTF-16 units.
      minPasswordLength: 1,
      maxPasswordLength: 256,
      password: { hash: passwords.hash, verify: ({ hash, password }) => passwords.verify(hash, password) },
    },
    // Thirty days from sign-in, never prolonged: a read of the session writes nothing. What needs a fresh
    // one elsewhere needs the password here.
    session: { expiresIn: 30 * 24 * 60 * 60, disableSessionRefresh: true, freshAge: 0 },
    verification: { storeIdentifier: "hashed" },
    rateLimit: rateLimitOf(settings),
    advanced: advancedOf(settings),
    plugins: authPlugins(settings),
    hooks: { before: judgingCodes(settings) },
    databaseHooks: createDatabaseHooks(settings.gates),
    // Errors that are not refusals reach our server's error handler, with their cause.
    onAPIError: { throw: true },
    logger: { level: "error", log: faultsIn(settings.onFault) },
  });
}

// In memory, so that a storm of guesses never takes the write lock or an fsync
// of the database that keys are verified from. A restart forgives ten attempts.
const attempts = { window: 60, max: 10 };
const rateLimit = {
  enabled: true,
  storage: "memory",
  customRules: {
    [signInPath]: attempts,
    [changePasswordPath]: attempts,
    [codePath]: attempts,
    [recoveryCodePath]: attempts,
    "/two-factor/*": attempts,
    [passkeyPath.signIn]: attempts,
    // Asked for by every visit of the sign-in page, and a row each.
    [passkeyPath.signInOptions]: { window: 60, max: 60 },
  },
} satisfies BetterAuthOptions["rateLimit"];

/** By address, over all processes where there are several. Its windows are seconds, ours a minute. */
function rateLimitOf({ sharedAttempts }: AuthSettings): BetterAuthOptions["rateLimit"] {
  if (sharedAttempts === undefined) return rateLimit;
  return {
    ...rateLimit,
    customStorage: {
      async consume(key, { window, max }) {
        const perMinute = Math.ceil((max * 60) / window);
        const { allowed, resetSeconds } = await sharedAttempts.take(`sign-ins ${key}`, perMinute);
        return { allowed, retryAfter: allowed ? null : resetSeconds };
      },
    },
  };
}

function databaseOf({ database, writing }: AuthSettings) {
  const schema = { user, account, session, verification, twoFactor, passkey };
  return withHashedTokens(withWrites(drizzleAdapter(database, { provider: "sqlite", schema }), writing));
}

const prefixes: Readonly<Record<string, string>> = { verification: "ver", twoFactor: "tfa", passkey: "psk" };

function advancedOf({ cookies, now, random }: AuthSettings) {
  return {
    ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    // Otherwise better-auth turns it off by itself when NODE_ENV is "test".
    disableOriginCheck: false,
    // Otherwise better-auth puts `__Secure-` before the names below.
    useSecureCookies: false,
    cookiePrefix: "katkey",
    cookies: {
      session_token: cookies.session,
      two_factor: cookies.secondStep,
      challenge: cookies.challenge,
    },
    database: {
      // better-auth makes no users and no accounts: those are made in create-user.ts.
      generateId: ({ model }: { readonly model: string }) =>
        createId(prefixes[model] ?? "ses", now(), random),
      // The schema check misses what is left out on purpose: see schema.ts.
      validateSchema: false,
    },
  } satisfies BetterAuthOptions["advanced"];
}
