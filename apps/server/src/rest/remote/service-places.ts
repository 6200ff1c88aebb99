import type { IncomingMessage } from "node:http";
import { linesOf, send, type Answer } from "../../http/answer.ts";
import { arrivalOf } from "../../http/arrival.ts";
import { Problem } from "../../http/problem.ts";
import { apiHeaders } from "../../http/security-headers.ts";
import type { Services } from "../../services.ts";
import { readBody } from "../reading/body.ts";
import { nothing, parseInput, parseQuery } from "../reading/input.ts";
import { allowOf, type Place } from "../place.ts";
import type { ProtectedHandler } from "../with-key.ts";
import { authenticateService } from "./authenticate-service.ts";
import type { Judge } from "./judge.ts";
import type { ServiceRoute } from "./service-route.ts";
import { serviceRoutes } from "./service-routes.ts";

type Answering = (request: IncomingMessage, requestId: string) => Promise<Answer>;

/** What stands at the paths that are for service tokens. */
export function* servicePlacesOf(services: Services, judge: Judge): Iterable<readonly [string, Place]> {
  const constant = linesOf(apiHeaders(services.origin));

  function answering(answerTo: Answering): ProtectedHandler {
    return async (request, response) => {
      const { requestId } = arrivalOf(request);
      const answer = await answerTo(request, requestId);
      send(response, answer, [...constant, "X-Request-Id", requestId]);
    };
  }

  function answerBy({ answer }: ServiceRoute): ProtectedHandler {
    return answering(async (request, requestId) => {
      let caller = await authenticateService(services, request);
      if (request.url?.includes("?")) parseInput(nothing, parseQuery(request.url));
      const cameWhole = request.complete;
      const sent = await readBody(request);
      // A body can take half a minute: a token that was revoked since answers nothing.
      if (!cameWhole) caller = await authenticateService(services, request);
      return { status: 200, body: await answer({ services, judge, caller, requestId }, sent) };
    });
  }

  const allowed = allowOf(["POST"]);
  const others = answering(async (request) => {
    await authenticateService(services, request);
    if (request.method === "OPTIONS") return { status: 204, headers: { Allow: allowed } };
    throw new Problem("method_not_allowed", { headers: { Allow: allowed } });
  });

  for (const route of serviceRoutes) {
    yield [route.path, { methods: new Map([["POST", answerBy(route)]]), others }];
  }
}
