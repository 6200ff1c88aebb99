import type { IncomingMessage } from "node:http";
import type { AuthAnswer, AuthRoute } from "../routes/auth-handler.ts";
import { AuthRefusal } from "../routes/auth-refusal.ts";
import { objectIn, readJson, stringIn } from "../routes/auth-request.ts";
import { parseName } from "../people/create-user.ts";
import { addressOf, answerWith, forward } from "../routes/forward.ts";
import { notSignedIn, type RouteParts, signedIn } from "../routes/route-parts.ts";
import { signedInAgain } from "../routes/signed-in-again.ts";
import { createChallengeBudget, forgetExpiredChallenges } from "./challenge-budget.ts";
import { passkeyPath } from "./passkey-plugin.ts";
import { isAcceptedPasskey } from "./passkeys.ts";

export function passkeyRoutes(parts: RouteParts): readonly (readonly [string, AuthRoute])[] {
  const budget = createChallengeBudget(parts.now);
  return [
    [passkeyPath.addOptions, (request) => beginAdding(parts, request)],
    [passkeyPath.add, (request) => add(parts, request)],
    [passkeyPath.remove, (request) => remove(parts, request)],
    [
      passkeyPath.signInOptions,
      async (request) => {
        await readJson(request, parts.origin);
        await budget.spend((at) => parts.write(() => forgetExpiredChallenges(parts.database, at)));
        return beginSigningIn(parts, request).catch((refusal: unknown) => {
          budget.giveBack();
          throw refusal;
        });
      },
    ],
    [passkeyPath.signIn, (request) => signIn(parts, request)],
  ];
}

/** Answers what the browser makes a passkey by; what it makes is taken for five minutes, from this session. */
async function beginAdding(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  await signedInAgain(parts, request, stringIn(body, "password"));
  const call = { path: passkeyPath.addOptions, cookies: [parts.cookies.session] };
  return optionsFrom(parts, await forward(parts, request, call));
}

async function add(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const made = { name: parseName(stringIn(body, "name")), response: objectIn(body, "response") };
  await signedIn(parts, request);
  const cookies = [parts.cookies.session, parts.cookies.challenge];
  const call = { path: passkeyPath.add, body: made, cookies, faultIsRefusal: true };
  const response = await forward(parts, request, call);
  if (!response.ok) throw new AuthRefusal("passkey_not_added", "This passkey cannot be added. Try again.");
  return answerWith(parts, response, {});
}

async function remove(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const id = stringIn(body, "id");
  const session = await signedInAgain(parts, request, stringIn(body, "password"));
  const isRemoved = await parts.removePasskey(session, { id, address: addressOf(request) });
  if (!isRemoved) throw new AuthRefusal("passkey_not_found", "You have no such passkey.");
  return { cookies: [], body: {} };
}

// Without the cookie of a session: better-auth would ask for that user's passkeys, and name them.
async function beginSigningIn(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  return optionsFrom(parts, await forward(parts, request, { path: passkeyPath.signInOptions, cookies: [] }), {
    userVerification: "required",
  });
}

async function signIn(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const shown = objectIn(await readJson(request, parts.origin), "response");
  const isAccepted = () => isAcceptedPasskey(parts.database, String(Reflect.get(shown, "id")));
  // Whoever is banned has no passkeys: theirs goes the way of one that nobody has.
  const body = { response: isAccepted() ? shown : { ...shown, id: "" } };
  const cookies = [parts.cookies.challenge];
  const call = { path: passkeyPath.signIn, body, cookies };
  const response = await forward(parts, request, { ...call, share: "half", holds: isAccepted });
  if (response.ok) return answerWith(parts, response, {});
  parts.onSignInFailed(addressOf(request));
  throw new AuthRefusal("passkey_refused", "This passkey is not known here, or was answered too late.");
}

async function optionsFrom(parts: RouteParts, response: Response, ours: object = {}): Promise<AuthAnswer> {
  if (!response.ok) throw notSignedIn();
  const options: unknown = await response.json();
  return answerWith(parts, response, { ...Object(options), ...ours });
}
