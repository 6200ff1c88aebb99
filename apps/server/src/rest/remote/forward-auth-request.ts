import type { IncomingMessage } from "node:http";
import { arrivalOf } from "../../http/arrival.ts";
import { Problem } from "../../http/problem.ts";
import { tokenOf } from "../authenticate.ts";
import { browserOf, isPreflight } from "../browser.ts";
import type { Question } from "./forward-auth-question.ts";
import type { Forwarded } from "./forwarded.ts";
import type { RemoteRequest } from "./judge.ts";

/** The client's request that a gateway asks about. @throws Problem when it can be told without a look at the key */
export function remoteRequestOf(
  request: IncomingMessage,
  { method }: Forwarded,
  { scopes, route, mistakes }: Question,
): RemoteRequest {
  const { headers } = request;
  if (isPreflight(method, headers)) throw new Problem("browser_call_refused");
  const { address, requestId } = arrivalOf(request);
  const isMistaken = mistakes.length > 0;
  return {
    token: tokenOf(request),
    // What the configuration has wrong is said to whoever has a key, and costs them nothing.
    scopes: isMistaken ? [] : scopes,
    cost: isMistaken ? 0 : 1,
    address,
    browser: browserOf(headers),
    method,
    route,
    userAgent: headers["user-agent"] ?? null,
    organizations: null,
    requestId,
  };
}
