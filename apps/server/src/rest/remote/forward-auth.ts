import type { IncomingMessage } from "node:http";
import type { LimitState } from "@katkey/keys";
import { linesOf, send, type Answer } from "../../http/answer.ts";
import { arrivalOf } from "../../http/arrival.ts";
import type { IsProxied } from "../../http/client-address.ts";
import type { Problem } from "../../http/problem.ts";
import { problemOf } from "../../http/problem-of.ts";
import { problems } from "../../http/problems.ts";
import { assertRawHeaders } from "../../http/raw-headers.ts";
import { apiHeaders } from "../../http/security-headers.ts";
import type { Services } from "../../services.ts";
import { exposeTokenInForeignUrl } from "../caller/assert-no-stray-token.ts";
import { limitLines } from "../caller/limit-lines.ts";
import type { RestListener } from "../rest-listener.ts";
import { forwardAuthRoute } from "./forward-auth-about.ts";
import { letIn, refuse } from "./forward-auth-answers.ts";
import { createQuestions, type Question } from "./forward-auth-question.ts";
import { remoteRequestOf } from "./forward-auth-request.ts";
import { forwardedOf } from "./forwarded.ts";
import type { Judge } from "./judge.ts";
import { createReportMistakes } from "./report-mistakes.ts";

interface Deciding {
  /** The one of /v1/verify, too: together they count as many routes as may be told apart. */
  readonly judge: Judge;
  readonly isProxied: IsProxied;
}

/**
 * Answers gateways whether to let a client's request in. However else the path is written it is none of this: a
 * gateway that appends what its client called would ask at a path of the client's making.
 */
export function createForwardAuth(services: Services, deciding: Deciding): RestListener {
  const constant = linesOf(apiHeaders(services.origin));
  const questionIn = createQuestions(services.desk.scopes);
  const decide = createDecide(services, deciding);
  return (request, response) => {
    const { url = "" } = request;
    return isAsked(url) ? reply(questionIn(url)) : null;

    async function reply(question: Question): Promise<void> {
      const { answer, limit } = await decide(request, question);
      const { requestId } = arrivalOf(request);
      send(response, answer, [...constant, ...(limit ? limitLines(limit) : []), "X-Request-Id", requestId]);
    }
  };
}

const { path } = forwardAuthRoute;

function isAsked(url: string): boolean {
  return url.startsWith(path) && (url.length === path.length || url[path.length] === "?");
}

interface Decided {
  readonly answer: Answer;
  /** `null`: of nobody who is known. */
  readonly limit: LimitState | null;
}

type Decide = (request: IncomingMessage, question: Question) => Promise<Decided>;

function createDecide(services: Services, { judge, isProxied }: Deciding): Decide {
  const reportMistakes = createReportMistakes(services);
  return async (request, question) => {
    try {
      assertRawHeaders(request);
      const forwarded = forwardedOf(request, isProxied(request));
      const exposing =
        exposeTokenInForeignUrl(services, request, request.url ?? "") ??
        exposeTokenInForeignUrl(services, request, forwarded.uri);
      if (exposing !== null) await exposing;
      const asked = remoteRequestOf(request, forwarded, question);
      const { admission, problem } = await judge.decide(asked);
      const limit = "limit" in admission ? admission.limit : null;
      if (problem !== null && problem === asked.mistake) reportMistakes(request, question);
      if (problem !== null) return { answer: refusal(request, question, problem), limit };
      if (!admission.admitted) throw new Error("who is refused is told why");
      return { answer: letIn(admission.principal), limit };
    } catch (error) {
      const problem = problemOf(error);
      // What fails here is not for the gateway's client, and is logged as everywhere.
      if (problems[problem.code].status >= 500) throw error;
      return { answer: refusal(request, question, problem), limit: null };
    }
  };

  function refusal(request: IncomingMessage, { inHeaders }: Question, problem: Problem): Answer {
    return refuse(problem, { origin: services.origin, requestId: arrivalOf(request).requestId, inHeaders });
  }
}
