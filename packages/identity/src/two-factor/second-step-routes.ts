import type { IncomingMessage } from "node:http";
import { isId } from "@katkey/keys";
import type { AuthAnswer, AuthRoute } from "../routes/auth-handler.ts";
import { AuthRefusal } from "../routes/auth-refusal.ts";
import { readJson, stringIn } from "../routes/auth-request.ts";
import { addressOf, answerWith, forward } from "../routes/forward.ts";
import type { RouteParts } from "../routes/route-parts.ts";
import { codePath, recoveryCodePath } from "./judge-code.ts";
import { normalizeRecoveryCode } from "./recovery-codes.ts";

/** What follows a right password where two-factor is on. */
export function secondStepRoutes(parts: RouteParts): readonly (readonly [string, AuthRoute])[] {
  return [
    [codePath, (request) => enterCode(parts, request)],
    [recoveryCodePath, (request) => enterRecoveryCode(parts, request)],
  ];
}

async function enterCode(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const code = stringIn(body, "code").replaceAll(/\s/g, "");
  try {
    const response = await secondStep(parts, request, { path: codePath, code });
    if (!response.ok) throw ended();
    return answerWith(parts, response, {});
  } catch (refusal) {
    if (refusal instanceof AuthRefusal) parts.onSignInFailed(addressOf(request));
    throw refusal;
  }
}

async function enterRecoveryCode(parts: RouteParts, request: IncomingMessage): Promise<AuthAnswer> {
  const body = await readJson(request, parts.origin);
  const code = normalizeRecoveryCode(stringIn(body, "code"));
  const response = await secondStep(parts, request, { path: recoveryCodePath, code });
  const answer: unknown = await response.json();
  if (!response.ok) {
    parts.onSignInFailed(addressOf(request));
    if (Reflect.get(Object(answer), "code") !== "INVALID_BACKUP_CODE") throw ended();
    throw new AuthRefusal("recovery_code_wrong", "This is none of your recovery codes that are left.");
  }
  const left = await parts.recoveryCodesOf(userIdIn(answer));
  return answerWith(parts, response, { recoveryCodesLeft: left.length });
}

// Without the cookie of a session: better-auth would take the code for that session's user.
function secondStep(
  parts: RouteParts,
  request: IncomingMessage,
  { path, code }: { readonly path: string; readonly code: string },
): Promise<Response> {
  const call = { path, body: { code }, cookies: [parts.cookies.secondStep] };
  return forward(parts, request, { ...call, share: "half" });
}

function userIdIn(answer: unknown) {
  const id: unknown = Reflect.get(Object(Reflect.get(Object(answer), "user")), "id");
  if (typeof id !== "string" || !isId("usr", id)) throw new Error("better-auth did not say who signed in.");
  return id;
}

function ended(): AuthRefusal {
  return new AuthRefusal("second_step_ended", "Enter your password again.");
}
