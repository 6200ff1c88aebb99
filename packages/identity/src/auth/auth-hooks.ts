import { isId } from "@katkey/keys";
import type { BetterAuthOptions } from "better-auth/minimal";
import { clientAddressHeader, signInPath } from "../routes/auth-paths.ts";
import { passkeyPath } from "../passkeys/passkey-plugin.ts";
import type { Gates, SignInStep } from "../sign-in/sign-event.ts";
import { codePath, recoveryCodePath } from "../two-factor/judge-code.ts";

type Hooks = NonNullable<BetterAuthOptions["databaseHooks"]>;
type SessionHook = NonNullable<NonNullable<NonNullable<Hooks["session"]>["create"]>["before"]>;
type AccountHook = NonNullable<NonNullable<NonNullable<Hooks["account"]>["update"]>["before"]>;
type UserHook = NonNullable<NonNullable<NonNullable<Hooks["user"]>["update"]>["before"]>;
type Call = Parameters<SessionHook>[1];

/** Where better-auth asks before it stores. */
export function createDatabaseHooks(gates: Gates) {
  return {
    session: { create: { before: sessionHook(gates) } },
    account: { update: { before: accountHook(gates) } },
    user: { update: { before: userHook(gates) } },
  } satisfies Hooks;
}

const longestUserAgent = 256;

function sessionHook(gates: Gates): SessionHook {
  return async (created, call) => {
    if (!isId("usr", created.userId)) return false;
    // The whole address: better-auth itself would store only the network of an IPv6 one.
    const address = addressIn(call);
    await gates.session(created.userId, { address, step: stepOf(call) });
    return {
      data: { ipAddress: address, userAgent: created.userAgent?.slice(0, longestUserAgent) ?? null },
    };
  };
}

function stepOf(call: Call): SignInStep {
  switch (call?.path) {
    case signInPath:
      return "password";
    case codePath:
    case recoveryCodePath:
      // With a session it is the first code of a new app.
      return call.context.session === null ? "code" : null;
    case passkeyPath.signIn:
      return "passkey";
    default:
      return null;
  }
}

// Changing the password is all that ever changes an account.
function accountHook(gates: Gates): AccountHook {
  return async ({ password = null }, call) => {
    const { userId, sessionId } = signedIn(call);
    await gates.password(userId, { hash: password, sessionId, address: addressIn(call) });
  };
}

// Turning two-factor on or off is all that ever changes a user.
function userHook(gates: Gates): UserHook {
  return async (change, call) => {
    const { userId, sessionId } = signedIn(call);
    const isOn = "twoFactorEnabled" in change && change.twoFactorEnabled === true;
    await gates.twoFactor(userId, { isOn, sessionId, address: addressIn(call) });
  };
}

function signedIn(call: Call) {
  const session = call?.context.session ?? null;
  const userId = session?.user.id ?? "";
  if (session === null || !isId("usr", userId))
    throw new Error("Nobody is signed in whose account could change.");
  return { userId, sessionId: session.session.id };
}

function addressIn(call: Call): string | null {
  return call?.headers?.get(clientAddressHeader) ?? null;
}
