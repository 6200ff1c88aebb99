import type { IncomingMessage } from "node:http";
import type { AuthAnswer, AuthRoute } from "./auth-handler.ts";
import { AuthRefusal } from "./auth-refusal.ts";
import { readJson, stringIn } from "./auth-request.ts";
import { type Auth, basePath, changePasswordPath, clientAddressHeader, signInPath } from "./auth.ts";
import { assertGoodPassword } from "./password-rules.ts";
import type { Session } from "./session.ts";
import type { SignInThrottle } from "./sign-in-throttle.ts";
import { normalizeEmail } from "./email.ts";
import type { User } from "./user.ts";

interface RouteParts {
  readonly auth: Auth;
  readonly origin: string;
  readonly cookieName: string;
  readonly sessionOf: (headers: IncomingMessage["headers"]) => Promise<Session | null>;
  readonly throttle: SignInThrottle;
  /** Told of each wrong password and unknown address. */
  readonly onSignInFailed: (address: string | null) => void;
  readonly findUserByEmail: (email: string) => User | null;
  /** Ends the session, and records that, before the cookie is taken back. */
  readonly endSession: (session: Session, address: string | null) => Promise<void>;
}

/** The routes of better-auth that the single-page app needs. It has some thirty; the others stay shut. */
export function authRoutes(parts: RouteParts): ReadonlyMap<string, AuthRoute> {
  return new Map([
    [signInPath, (request) => signIn(parts, request)],
    ["/sign-out", (request) => signOut(parts, request)],
    [changePasswordPath, (request) => changePassword(parts, request)],
  ]);
}

async function signIn(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const email = normalizeEmail(stringIn(body, "email"));
  const password = stringIn(body, "password");
  await parts.throttle.wait(email, addressOf(request));
  const response = await forward(parts, request, { path: signInPath, body: { email, password } });
  if (!response.ok) {
    parts.throttle.failed(email);
    parts.onSignInFailed(addressOf(request));
    throw new AuthRefusal("invalid_credentials", "The e-mail address or the password is wrong.");
  }
  parts.throttle.succeeded(email);
  return { cookies: cookiesOf(parts, response), body: { user: parts.findUserByEmail(email) } };
}

async function signOut(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  await readJson(request, parts.origin);
  const session = await parts.sessionOf(request.headers);
  // better-auth would answer "signed out" even where it could not delete the session.
  if (session !== null) await parts.endSession(session, addressOf(request));
  const response = await forward(parts, request, { path: "/sign-out", body: {} });
  return { cookies: cookiesOf(parts, response), body: {} };
}

async function changePassword(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const currentPassword = stringIn(body, "currentPassword");
  const newPassword = stringIn(body, "newPassword");
  const session = await parts.sessionOf(request.headers);
  if (session === null) throw notSignedIn();
  assertGoodPassword(newPassword, session.user.email);
  const change = { currentPassword, newPassword, revokeOtherSessions: true };
  const response = await forward(parts, request, { path: changePasswordPath, body: change });
  if (response.status === 401) throw notSignedIn();
  if (!response.ok) throw new AuthRefusal("current_password_wrong", "The current password is wrong.");
  return { cookies: cookiesOf(parts, response), body: {} };
}

const forwardedHeaders = ["cookie", "user-agent", "origin", clientAddressHeader];

async function forward(
  { auth, origin }: RouteParts,
  request: IncomingMessage,
  { path, body }: { readonly path: string; readonly body: object },
): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json" });
  for (const name of forwardedHeaders) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const url = `${origin}${basePath}${path}`;
  const response = await auth.handler(
    new Request(url, { method: "POST", headers, body: JSON.stringify(body) }),
  );
  if (response.status === 429) throw tooManyAttempts(response);
  if (response.status >= 500) throw new Error(`better-auth answered ${path} with ${response.status}`);
  return response;
}

function notSignedIn(): AuthRefusal {
  return new AuthRefusal("not_signed_in", "Sign in first.");
}

function tooManyAttempts(response: Response): AuthRefusal {
  const seconds = Number(response.headers.get("x-retry-after"));
  return new AuthRefusal("too_many_attempts", `Too many attempts. Try again in ${seconds} seconds.`, seconds);
}

function addressOf(request: IncomingMessage): string | null {
  const address = request.headers[clientAddressHeader];
  return typeof address === "string" ? address : null;
}

// better-auth also clears cookies of features that are off here.
function cookiesOf({ cookieName }: RouteParts, response: Response): readonly string[] {
  return response.headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));
}
