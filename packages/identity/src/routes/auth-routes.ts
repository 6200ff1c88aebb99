import type { IncomingMessage } from "node:http";
import { changePasswordPath, signInPath } from "./auth-paths.ts";
import type { AuthAnswer, AuthRoute } from "./auth-handler.ts";
import { AuthRefusal } from "./auth-refusal.ts";
import { readJson, stringIn } from "./auth-request.ts";
import { normalizeEmail } from "../people/email.ts";
import { addressOf, answerWith, forward } from "./forward.ts";
import { passkeyRoutes } from "../passkeys/passkey-routes.ts";
import { isBannedEmail } from "../people/banned.ts";
import { assertGoodPassword } from "../passwords/password-rules.ts";
import { notSignedIn, type RouteParts, signedIn } from "./route-parts.ts";
import { signInBasis } from "../sign-in/sign-in-basis.ts";
import { secondStepRoutes } from "../two-factor/second-step-routes.ts";
import { twoFactorRoutes } from "../two-factor/two-factor-routes.ts";

/** The routes of better-auth that the single-page app needs. It has some fifty; the others stay shut. */
export function authRoutes(parts: RouteParts): ReadonlyMap<string, AuthRoute> {
  return new Map<string, AuthRoute>([
    [signInPath, (request) => signIn(parts, request)],
    ["/sign-out", (request) => signOut(parts, request)],
    [changePasswordPath, (request) => changePassword(parts, request)],
    ...secondStepRoutes(parts),
    ...twoFactorRoutes(parts),
    ...passkeyRoutes(parts),
  ]);
}

async function signIn(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const email = normalizeEmail(stringIn(body, "email"));
  const password = stringIn(body, "password");
  await parts.throttle.wait(email, addressOf(request));
  const basis = signInBasis(parts.database, { email });
  // Whoever is banned has no password: better-auth compares one that is wrong, on the way and in the time of any other.
  const shown = isBannedEmail(parts.database, email) ? "0".repeat(password.length) : password;
  const call = { path: signInPath, body: { email, password: shown }, cookies: [parts.cookies.session] };
  const holds = () => signInBasis(parts.database, { email }) === basis;
  const response = await forward(parts, request, { ...call, share: "half", holds });
  if (!response.ok) {
    parts.throttle.failed(email);
    parts.onSignInFailed(addressOf(request));
    throw new AuthRefusal("invalid_credentials", "The e-mail address or the password is wrong.");
  }
  parts.throttle.succeeded(email);
  const needsCode = "twoFactorRedirect" in Object(await response.json());
  return answerWith(
    parts,
    response,
    needsCode ? { secondStep: "code" } : { user: parts.findUserByEmail(email) },
  );
}

async function signOut(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  await readJson(request, parts.origin);
  const session = await parts.sessionOf(request.headers);
  // better-auth would answer "signed out" even where it could not delete the session.
  if (session !== null) await parts.endSession(session, addressOf(request));
  const call = { path: "/sign-out", body: {}, cookies: [parts.cookies.session], share: "all" } as const;
  return answerWith(parts, await forward(parts, request, call), {});
}

async function changePassword(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const currentPassword = stringIn(body, "currentPassword");
  const newPassword = stringIn(body, "newPassword");
  const session = await signedIn(parts, request);
  assertGoodPassword(newPassword, session.user.email);
  const change = { currentPassword, newPassword, revokeOtherSessions: true };
  const call = { path: changePasswordPath, body: change, cookies: [parts.cookies.session] };
  const response = await forward(parts, request, { ...call, share: "half" });
  if (response.status === 401) throw notSignedIn();
  if (!response.ok) throw new AuthRefusal("current_password_wrong", "The current password is wrong.");
  return answerWith(parts, response, {});
}
