import type { IncomingMessage, ServerResponse } from "node:http";
import { send, type Answer } from "../../http/answer.ts";
import { arrivalOf } from "../../http/arrival.ts";
import type { IsProxied } from "../../http/client-address.ts";
import { problemOf } from "../../http/problem-of.ts";
import { problems } from "../../http/problems.ts";
import { assertRawHeaders } from "../../http/raw-headers.ts";
import { apiHeaders } from "../../http/security-headers.ts";
import type { Services } from "../../services.ts";
import type { RestListener } from "../router.ts";
import { forwardAuthRoute } from "./forward-auth-about.ts";
import { letIn, refuse } from "./forward-auth-answers.ts";
import { createQuestions, type Question } from "./forward-auth-question.ts";
import { remoteRequestOf } from "./forward-auth-request.ts";
import { createJudge } from "./judge.ts";
import { createReportMistakes } from "./report-mistakes.ts";

/**
 * Answers gateways whether to let a client's request in. However else the path is written it is none of this: a
 * gateway that appends what its client called would ask at a path of the client's making.
 */
export function createForwardAuth(services: Services, isProxied: IsProxied): RestListener {
  const constant = apiHeaders(services.origin);
  const questionIn = createQuestions(services.desk.scopes);
  const decide = createDecide(services, isProxied);

  async function answerTo(request: IncomingMessage, question: Question): Promise<Answer> {
    try {
      assertRawHeaders(request);
      return await decide(request, question);
    } catch (error) {
      const problem = problemOf(error);
      // What fails here is not for the gateway's client, and is logged as everywhere.
      if (problems[problem.code].status >= 500) throw error;
      return refuse(problem, { ...placeOf(services, request), limit: null, ...question });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, ...rest } = await answerTo(request, questionIn(request.url ?? ""));
    const named = { "X-Request-Id": arrivalOf(request).requestId, ...headers };
    send(response, { ...rest, headers: { ...constant, ...named } });
  }

  return (request, response) => (isAsked(request.url ?? "") ? answer(request, response) : null);
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
    const asked = await remoteRequestOf(services, request, { question, isProxied: isProxied(request) });
    const { admission, problem } = await judge.decide(asked);
    if (admission.admitted && question.mistakes.length === 0) {
      return letIn(admission.principal, admission.limit);
    }
    const limit = "limit" in admission ? admission.limit : null;
    const place = { ...placeOf(services, request), limit, ...question };
    return refuse(problem ?? reportMistakes(request, question), place);
  };
}

function placeOf({ origin }: Services, request: IncomingMessage) {
  return { origin, requestId: arrivalOf(request).requestId };
}
