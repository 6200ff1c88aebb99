import type { IncomingMessage } from "node:http";
import type { AuthAnswer, AuthRoute } from "../routes/auth-handler.ts";
import { AuthRefusal } from "../routes/auth-refusal.ts";
import { readJson, stringIn } from "../routes/auth-request.ts";
import { answerWith, forward } from "../routes/forward.ts";
import { notSignedIn, type RouteParts, signedIn } from "../routes/route-parts.ts";
import type { Session } from "../sessions/session.ts";
import { signedInAgain } from "../routes/signed-in-again.ts";
import { codePath } from "./judge-code.ts";
import { forgetUnfinished, hasTwoFactor } from "./two-factor.ts";

/** Turning two-factor on and off. */
export function twoFactorRoutes(parts: RouteParts): readonly (readonly [string, AuthRoute])[] {
  return [
    ["/two-factor/enable", (request) => begin(parts, request)],
    ["/two-factor/confirm", (request) => confirm(parts, request)],
    ["/two-factor/disable", (request) => turnOff(parts, request)],
    ["/two-factor/generate-backup-codes", (request) => renewRecoveryCodes(parts, request)],
  ];
}

/** Answers the secret, for an app to show codes by. Nothing is on before one of them is confirmed. */
async function begin(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const { session, password } = await askAgain(parts, request);
  assertOff(parts, session);
  await parts.write(() => forgetUnfinished(parts.database, session.user.id));
  const response = await change(parts, request, { path: "/two-factor/enable", password });
  const uri: unknown = Reflect.get(Object(await response.json()), "totpURI");
  // Apps take it for an address, where a plus is a plus, and not for a form, where it is a space.
  return answerWith(parts, response, { uri: String(uri).replaceAll("+", "%20") });
}

/** Ends every other session: none of them was begun with a code. */
async function confirm(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const code = stringIn(await readJson(request, parts.origin), "code").replaceAll(/\s/g, "");
  const session = await signedIn(parts, request);
  assertOff(parts, session);
  const call = { path: codePath, body: { code }, cookies: [parts.cookies.session] };
  const response = await forward(parts, request, call);
  if (!response.ok) throw notSignedIn();
  return answerWith(parts, response, { recoveryCodes: await parts.recoveryCodesOf(session.user.id) });
}

/** Ends every other session, as a new password does. */
async function turnOff(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const { session, password } = await askAgain(parts, request);
  assertOn(parts, session);
  const response = await change(parts, request, { path: "/two-factor/disable", password });
  return answerWith(parts, response, {});
}

async function renewRecoveryCodes(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const { session, password } = await askAgain(parts, request);
  assertOn(parts, session);
  const response = await change(parts, request, { path: "/two-factor/generate-backup-codes", password });
  return answerWith(parts, response, { recoveryCodes: await parts.recoveryCodesOf(session.user.id) });
}

async function askAgain(parts: RouteParts, request: IncomingMessage) {
  const password = stringIn(await readJson(request, parts.origin), "password");
  return { session: await signedInAgain(parts, request, password), password };
}

async function change(
  parts: RouteParts,
  request: IncomingMessage,
  { path, password }: { readonly path: string; readonly password: string },
): Promise<Response> {
  const call = { path, body: { password }, cookies: [parts.cookies.session] };
  const response = await forward(parts, request, call);
  // The password was right: the session has ended meanwhile.
  if (!response.ok) throw notSignedIn();
  return response;
}

function assertOff({ database }: RouteParts, { user }: Session): void {
  if (hasTwoFactor(database, user.id)) throw new AuthRefusal("two_factor_on", "Two-factor is on already.");
}

function assertOn({ database }: RouteParts, { user }: Session): void {
  if (!hasTwoFactor(database, user.id)) throw new AuthRefusal("two_factor_off", "Two-factor is not on.");
}
