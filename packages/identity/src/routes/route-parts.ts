import type { IncomingMessage } from "node:http";
import type { UserId } from "@katkey/keys";
import { AuthRefusal } from "./auth-refusal.ts";
import type { Write } from "@katkey/keys/sqlite";
import type { Connection } from "../database.ts";
import type { Forwarding } from "./forward.ts";
import type { Session } from "../sessions/session.ts";
import type { SignInThrottle } from "../attempts/sign-in-throttle.ts";
import type { User } from "../people/user.ts";

/** What the routes work with. */
export interface RouteParts extends Forwarding {
  readonly database: Connection;
  readonly write: Write;
  readonly now: () => number;
  readonly sessionOf: (headers: IncomingMessage["headers"]) => Promise<Session | null>;
  readonly throttle: SignInThrottle;
  /** Told of each wrong password, unknown address, wrong code and refused passkey. */
  readonly onSignInFailed: (address: string | null) => void;
  readonly findUserByEmail: (email: string) => User | null;
  /** Ends the session, and records that, before the cookie is taken back. */
  readonly endSession: (session: Session, address: string | null) => Promise<void>;
  /** Removes the passkey and records that before. False when the user has no such passkey. */
  readonly removePasskey: (
    session: Session,
    removal: { readonly id: string; readonly address: string | null },
  ) => Promise<boolean>;
  readonly isPasswordOf: (userId: UserId, password: string) => Promise<boolean>;
  /** Those that are left. */
  readonly recoveryCodesOf: (userId: UserId) => Promise<readonly string[]>;
}

export function notSignedIn(): AuthRefusal {
  return new AuthRefusal("not_signed_in", "Sign in first.");
}

/** Whose request it is. @throws AuthRefusal `not_signed_in` */
export async function signedIn(parts: RouteParts, request: IncomingMessage): Promise<Session> {
  const session = await parts.sessionOf(request.headers);
  if (session === null) throw notSignedIn();
  return session;
}
