import type { IncomingMessage } from "node:http";
import { arrivalOf } from "../../http/arrival.ts";
import { Problem } from "../../http/problem.ts";
import { browserOf, isPreflight } from "../caller/browser.ts";
import { tokenOf } from "../caller/token-of.ts";
import { validationDetails } from "../reading/input.ts";
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
  const mistake = mistakes.length > 0 ? new Problem("validation_failed", validationDetails(mistakes)) : null;
  return {
    token: tokenOf(request),
    // What the configuration has wrong is said to whoever has a key, and counted as refused: to be told whether a key
    // is good leaves a trace, however it is asked.
    scopes: mistake === null ? scopes : [],
    cost: 1,
    address,
    browser: browserOf(headers),
    method,
    route,
    userAgent: headers["user-agent"] ?? null,
    organizations: null,
    requestId,
    mistake,
  };
}
