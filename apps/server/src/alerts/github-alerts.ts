import type { IncomingMessage } from "node:http";
import { linesOf, send, type Answer } from "../http/answer.ts";
import { arrivalOf } from "../http/arrival.ts";
import { Problem } from "../http/problem.ts";
import { readBytes } from "../http/read-bytes.ts";
import { apiHeaders } from "../http/security-headers.ts";
import { assertMediaType } from "../rest/reading/media-type.ts";
import type { RestListener } from "../rest/rest-listener.ts";
import type { Services } from "../services.ts";
import { GithubKeysError, type GithubKeys } from "./github-keys.ts";
import { handleAlert } from "./handle-alert.ts";
import { matchesIn } from "./matches-in.ts";
import { isSignedBy, signatureOf, signerOf } from "./signed-by-github.ts";

const path = "/v1/alerts/github";

/** Of 10,000 matches each may have 800 bytes; as GitHub finds them they have less than 400. */
const mostBytes = 8 * 1024 * 1024;
/** What lies in memory at a time, however many send … */
const mostAtOnce = 8;
/** … and of one address, so that a stranger who sends slowly does not keep GitHub out. */
const mostOfOne = 2;
const allowed = { Allow: "POST, OPTIONS" };

/**
 * Takes what GitHub's secret scanning has found: https://docs.github.com/en/code-security/secret-scanning/secret-scanning-partnership-program.
 * Whoever has not signed learns nothing and changes nothing. Answers nothing at all without `keys`.
 */
export function createGithubAlerts(services: Services, keys: GithubKeys | null): RestListener {
  if (keys === null) return () => null;
  const constant = linesOf(apiHeaders(services.origin));
  const take = createTake(services, keys);
  return (request, response) => {
    const { url = "" } = request;
    return url === path ? reply() : null;

    async function reply(): Promise<void> {
      const answer = await answerTo(request, take);
      send(response, answer, [...constant, "X-Request-Id", arrivalOf(request).requestId]);
    }
  };
}

type Take = (request: IncomingMessage) => Promise<Answer>;

async function answerTo(request: IncomingMessage, take: Take): Promise<Answer> {
  if (request.method === "OPTIONS") return { status: 204, headers: allowed };
  if (request.method !== "POST") throw new Problem("method_not_allowed", { headers: allowed });
  return take(request);
}

function createTake(services: Services, keys: GithubKeys): Take {
  const underWay: string[] = [];
  return async (request) => {
    const { address } = arrivalOf(request);
    const signature = signatureOf(request);
    assertMediaType(request);
    // Before anything of the body is kept: strangers do not know by which key GitHub signs, or have to look it up.
    const key = await signerOf(keys, signature).catch(cannotTell);
    const ofOne = underWay.filter((one) => one === address).length;
    if (underWay.length >= mostAtOnce || ofOne >= mostOfOne) {
      throw new Problem("alerts_busy", { headers: later(5) });
    }
    underWay.push(address);
    try {
      const body = await readBytes(request, mostBytes);
      if (!(await isSignedBy(key, body, signature))) throw new Problem("alert_not_signed");
      return { status: 200, body: await handleAlert(services, matchesIn(body), arrivalOf(request)) };
    } finally {
      underWay.splice(underWay.indexOf(address), 1);
    }
  };
}

function cannotTell(cause: unknown): never {
  if (!(cause instanceof GithubKeysError)) throw cause;
  throw new Problem("alert_keys_unavailable", { cause, headers: later(60) });
}

const later = (seconds: number) => ({ "Retry-After": String(seconds) });
