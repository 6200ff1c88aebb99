import type { IncomingMessage, ServerResponse } from "node:http";
import type { Services } from "../services.ts";
import { linesOf, send } from "./answer.ts";
import { arrivalOf } from "./arrival.ts";
import { reportFault } from "./faults.ts";
import { problemOf } from "./problem-of.ts";
import { answerOf, Problem } from "./problem.ts";
import type { ProblemCode } from "./problems.ts";
import { apiHeaders } from "./security-headers.ts";

export type AnswerError = (error: unknown, request: IncomingMessage, response: ServerResponse) => void;

/** Answers what anything before it threw. */
export function createAnswerError({ log, origin }: Services): AnswerError {
  const constant = linesOf(apiHeaders(origin));
  return (error, request, response) => {
    const { requestId } = arrivalOf(request);
    const problem = problemOfPage(error);
    if (problem.code === "internal_error") reportFault(log, request, error);
    else log.debug({ requestId, code: problem.code }, "refused");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of fileHeaders) response.removeHeader(name);
    send(response, answerOf(problem, { origin, requestId }), [...constant, "X-Request-Id", requestId]);
  };
}

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  404: "not_found",
  412: "precondition_failed",
  416: "range_not_satisfiable",
};

function problemOfPage(error: unknown): Problem {
  // Express could not decode the path: it names nothing.
  if (error instanceof URIError) return new Problem("not_found");
  const status = refusalStatusOf(error);
  return status === null ? problemOf(error) : new Problem(codeOfStatus[status] ?? "malformed_request");
}

/** Express refuses files with errors that say themselves whether the caller may know. */
function refusalStatusOf(error: unknown): number | null {
  if (!(error instanceof Error && "expose" in error && "status" in error)) return null;
  const { expose, status } = error;
  return expose === true && typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

/** Of the file that is not sent after all. */
const fileHeaders = ["ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Content-Length"];
