import type { IncomingMessage } from "node:http";
import { linesOf, send, type Answer } from "../../http/answer.ts";
import { arrivalOf } from "../../http/arrival.ts";
import type { IsProxied } from "../../http/client-address.ts";
import { problemOf } from "../../http/problem-of.ts";
import { problems } from "../../http/problems.ts";
import { assertRawHeaders } from "../../http/raw-headers.ts";
import { apiHeaders } from "../../http/security-headers.ts";
import type { Services } from "../../services.ts";
import { exposeTokenInForeignUrl } from "../assert-no-stray-token.ts";
import type { RestListener } from "../router.ts";
import { forwardAuthRoute } from "./forward-auth-about.ts";
import { letIn, refuse } from "./forward-auth-answers.ts";
import { createQuestions, type Question } from "./forward-auth-question.ts";
import { remoteRequestOf } from "./forward-auth-request.ts";
import { forwardedOf } from "./forwarded.ts";
import { createJudge } from "./judge.ts";
import { createReportMistakes } from "./report-mistakes.ts";

/**
 * Answers gateways whether to let a client's request in. However else the path is written it is none of this: a
 * gateway that appends what its client called would ask at a path of the client's making.
 */
export function createForwardAuth(services: Services, isProxied: IsProxied): RestListener {
  const constant = linesOf(apiHeaders(services.origin));
  const questionIn = createQuestions(services.desk.scopes);
  const decide = createDecide(services, isProxied);
  return (request, response) => {
    const { url = "" } = request;
    return isAsked(url) ? answer(questionIn(url)) : null;

    async function answer(question: Question): Promise<void> {
      const answered = await decide(request, question);
      send(response, answered, [...constant, "X-Request-Id", arrivalOf(request).requestId]);
    }
  };
}

const { path } = forwardAuthRoute;

function isAsked(url: string): boolean {
  return url.startsWith(path) && (url.length === path.length || url[path.length] === "?");
}

type Decide = (request: IncomingMessage, question: Question) => Promise<Answer>;

function createDecide(services: Services, isProxied: IsProxied): Decide {
  const judge = createJudge(services);
  const reportMistakes = createReportMistakes(services);
  return async (request, question) => {
    try {
      assertRawHeaders(request);
      const forwarded = forwardedOf(request, isProxied(request));
      const exposing =
        exposeTokenInForeignUrl(services, request, request.url ?? "") ??
        exposeTokenInForeignUrl(services, request, forwarded.uri);
      if (exposing !== null) await exposing;
      const { admission, problem } = await judge.decide(remoteRequestOf(request, forwarded, question));
      if (admission.admitted && question.mistakes.length === 0) {
        return letIn(admission.principal, admission.limit);
      }
      const limit = "limit" in admission ? admission.limit : null;
      return refuse(problem ?? reportMistakes(request, question), {
        ...placeOf(request),
        limit,
        ...question,
      });
    } catch (error) {
      const problem = problemOf(error);
      // What fails here is not for the gateway's client, and is logged as everywhere.
      if (problems[problem.code].status >= 500) throw error;
      return refuse(problem, { ...placeOf(request), limit: null, ...question });
    }
  };

  function placeOf(request: IncomingMessage) {
    return { origin: services.origin, requestId: arrivalOf(request).requestId };
  }
}
