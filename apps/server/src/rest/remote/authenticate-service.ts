import type { IncomingMessage } from "node:http";
import { refuseStranger, verifyServiceToken, type ServiceTokenVerification } from "@katkey/keys";
import { arrivalOf } from "../../http/arrival.ts";
import { challenge } from "../../http/challenge.ts";
import { Problem } from "../../http/problem.ts";
import type { Services } from "../../services.ts";
import { timeOf } from "../../view/time.ts";
import { assertNoTokenInUrl } from "../caller/assert-no-stray-token.ts";
import { strangerProblem } from "../caller/refusals.ts";
import { tokenOf } from "../caller/token-of.ts";

type Verified = Extract<ServiceTokenVerification, { readonly valid: true }>;
type Refused = Exclude<ServiceTokenVerification, { readonly valid: true }>;

/** Which of the company's services is asking. */
export type ServiceCaller = Verified["record"];

/** @throws Problem for whoever sends no service token that is accepted */
export async function authenticateService(
  services: Services,
  request: IncomingMessage,
): Promise<ServiceCaller> {
  if (request.url?.includes("?")) await assertNoTokenInUrl(services, request);
  const token = tokenOf(request, missing);
  const { desk, serviceUses, clock } = services;
  const { address } = arrivalOf(request);
  const now = clock.now();
  const found = await verifyServiceToken(desk.serviceTokens, token, { brand: desk.brand, now });
  if (found.valid) {
    serviceUses.note({ publicKeyId: found.record.publicKeyId, at: now, address });
    return found.record;
  }
  if ("at" in found) throw endedProblem(found);
  // Throttled together with who sends bad keys.
  const attempt = { address, at: clock.monotonic() };
  throw strangerProblem(
    await refuseStranger(services, attempt),
    isOfKey(token, desk.brand) ? ofKey : unknown,
  );
}

const missing = { detail: "The request has no Authorization header with a service token." };
const unknown = { detail: "The service token is mistyped, cut short or unknown." };
const ofKey = {
  detail:
    "This is an API key's token. What is asked here needs a service token, and the key belongs into `token`.",
};

const sentenceOf = {
  revoked: "The service token was revoked at",
  expired: "The service token expired at",
  retired: "The service token was replaced, and its overlap ended at",
} as const;

function endedProblem({ reason, at }: Extract<Refused, { readonly at: number }>): Problem {
  const detail = `${sentenceOf[reason]} ${timeOf(at)}.`;
  return new Problem("invalid_token", { detail, headers: challenge("invalid_token") });
}

function isOfKey(token: string, brand: string): boolean {
  return token.startsWith(`${brand}_live_`) || token.startsWith(`${brand}_test_`);
}
