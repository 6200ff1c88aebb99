import type { ErrorRequestHandler } from "express";
import type { Services } from "../services.ts";
import { send } from "./answer.ts";
import { arrivalOf } from "./arrival.ts";
import { reportFault } from "./faults.ts";
import { answerOf, Problem } from "./problem.ts";
import { apiHeaders } from "./security-headers.ts";

/** The last in the app: answers what anything before it threw. Express knows it by its four parameters. */
export function answerErrors({ log, origin }: Services): ErrorRequestHandler {
  const constant = apiHeaders(origin);
  return (error, request, response, _next) => {
    const { requestId } = arrivalOf(request);
    const problem = problemOf(error);
    if (problem.code === "internal_error") reportFault(log, request, error);
    else log.debug({ requestId, code: problem.code }, "refused");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const answer = answerOf(problem, { origin, requestId });
    send(response, { ...answer, headers: { ...constant, "X-Request-Id": requestId, ...answer.headers } });
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Express could not decode the path: it names nothing.
  if (error instanceof URIError) return new Problem("not_found");
  return new Problem("internal_error", { cause: error });
}
