import type { IncomingMessage } from "node:http";
import { refuseStranger } from "@katkey/keys";
import { createAuthorizationServer, type AuthorizationServer } from "@katkey/oauth";
import { arrivalOf } from "../http/arrival.ts";
import { reportFault } from "../http/faults.ts";
import type { Services } from "../services.ts";
import { spendOnApp, spendOnStrangers } from "./spend-on-strangers.ts";

type Settings = Parameters<typeof createAuthorizationServer>[0];
type Parts = Pick<Settings, "secret" | "artifacts" | "isBanned">;
type Surroundings = Omit<Services, "oauth">;

/** The authorization server among the services that it meets here: people, sessions, limits, log. */
export function openOAuth(services: Surroundings, parts: Parts): AuthorizationServer {
  const { origin, identity, clock, log } = services;
  return createAuthorizationServer({
    ...parts,
    desk: services.desk,
    origin,
    now: () => clock.now(),
    userOf: async ({ headers }) => (await identity.sessionOf(headers))?.user.id ?? null,
    onClientRefused: (request) => secondsToWait(services, request),
    onPushed: (request, app) =>
      app === null ? spendOnStrangers(services, request) : spendOnApp(services, app),
    onFault: (request, cause) => reportFault(log, request, cause),
  });
}

/** Bad client secrets count as bad keys do. */
async function secondsToWait(services: Surroundings, request: IncomingMessage): Promise<number | null> {
  const { address } = arrivalOf(request);
  const refusal = await refuseStranger(services, { address, at: services.clock.monotonic() });
  return refusal.code === "too_many_failures" ? refusal.retryAfterSeconds : null;
}
