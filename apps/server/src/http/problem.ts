import type { Answer } from "./answer.ts";
import { problems, type ProblemCode } from "./problems.ts";
import type { InputFaultCode } from "./problems/input-faults.ts";

/** One thing that is wrong with the input, and where. */
export interface InputError {
  /** Names joined by dots; empty for the whole. */
  readonly path: string;
  readonly message: string;
  readonly code: InputFaultCode;
}

interface ProblemDetails {
  /** What is wrong this time; absent: what the code always means. */
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly InputError[];
  /** Further members, where a program can use them. */
  readonly members?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/** A refused request. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    // Where a request was refused interests nobody, and to find it out takes a tenth of all that a bad token costs.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(details.detail ?? problems[code].title, { cause: details.cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.details = details;
  }
}

interface Place {
  readonly origin: string;
  readonly requestId: string;
}

/** RFC 9457: what a refused request is answered. */
export function answerOf({ code, details }: Problem, place: Place): Answer {
  return {
    status: problems[code].status,
    headers: { "Content-Type": "application/problem+json", ...details.headers },
    body: problemBody(code, details, place),
  };
}

export function problemBody(code: ProblemCode, details: ProblemDetails, { origin, requestId }: Place) {
  const { title, status, cause } = problems[code];
  return {
    type: `${origin}/docs/errors#${code}`,
    title,
    status,
    detail: details.detail ?? cause,
    instance: requestId,
    code,
    ...details.members,
    ...(details.errors && { errors: details.errors }),
  };
}
