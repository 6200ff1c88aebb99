import type { IncomingMessage } from "node:http";
import { exposeToken, verifyAppToken, verifyServiceToken } from "@katkey/keys";
import { arrivalOf } from "../../http/arrival.ts";
import { challenge } from "../../http/challenge.ts";
import { Problem } from "../../http/problem.ts";
import type { Services } from "../../services.ts";
import { strayTokensInUrl, tokensIn, tokensInForeignUrl } from "./stray-token.ts";

/** @throws Problem `token_in_url`; a valid token's key is then marked as exposed */
export async function assertNoTokenInUrl(services: Services, request: IncomingMessage): Promise<void> {
  const tokens = strayTokensInUrl(request.url ?? "", services.desk.brand);
  if (tokens !== null) await exposeAndRefuse(services, request, tokens);
}

/** For URLs of somebody else's API. `null`: clean, as nearly all are. Else rejects with Problem, as for ours. */
export function exposeTokenInForeignUrl(
  services: Services,
  request: IncomingMessage,
  url: string,
): Promise<never> | null {
  const tokens = tokensInForeignUrl(url, services.desk.brand);
  return tokens.length === 0 ? null : exposeAndRefuse(services, request, tokens);
}

async function exposeAndRefuse(
  services: Services,
  request: IncomingMessage,
  tokens: readonly string[],
): Promise<never> {
  await expose(services, request, tokens);
  throw new Problem("token_in_url", { headers: challenge("invalid_request") });
}

/** A token in a body would end up in a name or a note, where everybody can read it. @throws Problem */
export async function assertNoTokenInBody(services: Services, request: IncomingMessage, body: object) {
  const tokens = tokensIn(JSON.stringify(body), services.desk.brand);
  if (tokens.length === 0) return;
  await expose(services, request, tokens);
  throw new Problem("token_in_url", {
    detail: "The body holds a token. If it was a valid one, its key is now marked as exposed.",
  });
}

async function expose(services: Services, request: IncomingMessage, tokens: readonly string[]) {
  const { desk, clock } = services;
  const { address, requestId } = arrivalOf(request);
  const origin = request.headers.origin ?? null;
  const exposure = { at: clock.now(), by: "url", origin, address } as const;
  for (const token of tokens) {
    await exposeToken(desk.store, token, { brand: desk.brand, exposure, requestId });
    await tellOfServiceToken(services, token, requestId);
    await tellOfAppToken(services, token, requestId);
  }
}

/** Who reads the log is who can rotate it. */
async function tellOfServiceToken({ desk, clock, log }: Services, token: string, requestId: string) {
  const found = await verifyServiceToken(desk.serviceTokens, token, { brand: desk.brand, now: clock.now() });
  if (!found.valid) return;
  const { id, name, publicKeyId } = found.record;
  log.warn(
    { requestId, serviceToken: { id, name, publicKeyId } },
    "a service token was sent where it can be read",
  );
}

/** It is over within the hour. Who runs the app is no member here, so no log of an organization would reach them. */
async function tellOfAppToken({ desk, appTokens, clock, log }: Services, token: string, requestId: string) {
  const found = await verifyAppToken(appTokens, token, { brand: desk.brand, now: clock.now() });
  if (!found.valid) return;
  const { app, grant, organization } = found.record;
  log.warn(
    { requestId, app, grant: grant.id, organization: organization.id },
    "an app's access token was sent where it can be read",
  );
}
