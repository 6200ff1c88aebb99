import type { IncomingMessage, ServerResponse } from "node:http";
import { Provider, type UnknownObject } from "oidc-provider";
import { issuerOf } from "./addresses.ts";
import { configurationOf } from "./configuration.ts";
import { refineRefusals, reportFaults } from "./errors.ts";
import { forgetOthers } from "./forget-others.ts";
import { keepFromStrangers } from "./keep-from-strangers.ts";
import { keepToAddresses } from "./keep-to-addresses.ts";
import { metadataOf, protectedResourceOf } from "./metadata.ts";
import { pendingOf, type PendingRequest } from "./pending-request.ts";
import { refuseOtherModes } from "./response-modes.ts";
import type { OAuthSettings } from "./settings.ts";
import { compareSecrets, nameTokens } from "./tokens.ts";

/** The authorization server of an installation (RFC 6749). */
export interface AuthorizationServer {
  /** RFC 8414. */
  readonly metadata: UnknownObject;
  /** RFC 9728, of the REST API. */
  readonly protectedResource: UnknownObject;
  /** Answers what is at one of `routes`, with the mount's path cut off `url`, before any body parser. Never rejects. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The request that the browser at `/connect/<uid>` was sent there with; `null`: it is over, or another browser's. */
  pending(request: IncomingMessage, response: ServerResponse, uid: string): Promise<PendingRequest | null>;
  /** Removes some of what has expired. Resolves to how much: when it was `sweptAtOnce`, there may be more. */
  sweep(now: number): Promise<number>;
}

/** Few enough to hold nobody up. */
export const sweptAtOnce = 200;

export function createAuthorizationServer(settings: OAuthSettings): AuthorizationServer {
  const { origin, artifacts } = settings;
  const provider = new Provider(issuerOf(origin), configurationOf(settings));
  // What it believes is written by `asSeen` alone.
  provider.proxy = true;
  nameTokens(provider, settings);
  compareSecrets(provider, settings);
  // The first one is the outermost.
  reportFaults(provider, settings);
  refineRefusals(provider, settings);
  refuseOtherModes(provider);
  forgetOthers(provider);
  keepToAddresses(provider);
  keepFromStrangers(provider, settings);
  const answer = provider.callback();
  return {
    metadata: metadataOf(settings),
    protectedResource: protectedResourceOf(settings),
    answer: (request, response) => answer(asSeen(origin, request), response),
    pending: (request, response, uid) =>
      pendingOf({ provider, settings }, { request: asSeen(origin, request), response }, uid),
    sweep: (now) => artifacts.sweep(now, sweptAtOnce),
  };
}

/** Addresses and cookies follow the origin that was configured, whatever `Host` the client wrote and wherever TLS ends. */
function asSeen(origin: string, request: IncomingMessage): IncomingMessage {
  const { host, protocol } = new URL(origin);
  const { headers } = request;
  headers.host = host;
  headers["x-forwarded-proto"] = protocol.slice(0, -1);
  delete headers["x-forwarded-host"];
  return request;
}
