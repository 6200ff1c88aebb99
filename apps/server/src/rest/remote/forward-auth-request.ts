import type { IncomingMessage } from "node:http";
import { arrivalOf } from "../../http/arrival.ts";
import { Problem } from "../../http/problem.ts";
import type { Services } from "../../services.ts";
import { assertNoTokenInForwardedUrl } from "../assert-no-stray-token.ts";
import { tokenOf } from "../authenticate.ts";
import { browserOf, isPreflight } from "../browser.ts";
import type { Question } from "./forward-auth-question.ts";
import { forwardedOf } from "./forwarded.ts";
import type { RemoteRequest } from "./judge.ts";

interface Asking {
  readonly question: Question;
  /** Whether to believe what it says of its client. */
  readonly isProxied: boolean;
}

/** The client's request that a gateway asks about. @throws Problem when it can be told without a look at the key */
export async function remoteRequestOf(
  services: Services,
  request: IncomingMessage,
  { question, isProxied }: Asking,
): Promise<RemoteRequest> {
  const { headers, url = "" } = request;
  const { method, uri } = forwardedOf(request, isProxied);
  for (const text of [url, uri]) {
    if (mayHoldToken(text)) await assertNoTokenInForwardedUrl(services, request, text);
  }
  if (isPreflight(method, headers)) throw new Problem("browser_call_refused");
  // What the configuration has wrong is said to whoever has a key, and costs them nothing.
  const { scopes, cost } = question.mistakes.length > 0 ? nothing : { scopes: question.scopes, cost: 1 };
  return {
    token: tokenOf(request),
    scopes,
    ...arrivalOf(request),
    browser: browserOf(headers),
    method,
    route: question.route,
    userAgent: headers["user-agent"] ?? null,
    cost,
    organizations: null,
  };
}

const nothing = { scopes: [], cost: 0 } as const;

/** Tokens have an underscore, which could be written with an escape. */
function mayHoldToken(url: string): boolean {
  return url.includes("_") || url.includes("%");
}
