import type { Principal } from "@katkey/keys";
import type { Answer } from "../../http/answer.ts";
import { challenge } from "../../http/challenge.ts";
import { problemBody, type Problem } from "../../http/problem.ts";
import { problems } from "../../http/problems.ts";

/** Gateways hand on 401, and no 400. */
export const movedStatuses: Readonly<Record<number, number>> = { 400: 401 };

/** What a gateway is to hand on to its API. */
export function letIn({ id, environment, organization, scopes }: Principal): Answer {
  return {
    status: 200,
    headers: {
      "Content-Length": "0",
      "X-Katkey-Organization": organization.id,
      "X-Katkey-Key": id,
      "X-Katkey-Environment": environment,
      "X-Katkey-Scopes": scopes.join(" "),
    },
  };
}

interface Refusing {
  readonly origin: string;
  readonly requestId: string;
  /** As the question asks for it. */
  readonly inHeaders: boolean;
}

/** What a gateway is to answer its client. */
export function refuse(problem: Problem, { inHeaders, ...place }: Refusing): Answer {
  const { code, details } = problem;
  const { status: usual } = problems[code];
  const status = movedStatuses[usual] ?? usual;
  const body = { ...problemBody(code, details, place), status };
  const headers = {
    "Content-Type": "application/problem+json",
    ...(status === 401 && challenge("invalid_request")),
    ...details.headers,
  };
  if (!inHeaders || !handedOn.has(status)) return { status, headers, body };
  return {
    status: status === 401 ? 401 : 403,
    headers: { ...headers, "X-Katkey-Status": String(status), "X-Katkey-Problem": inAscii(body) },
    body,
  };
}

const handedOn: ReadonlySet<number> = new Set([401, 403, 429]);

/** As JSON that may stand in a header. */
function inAscii(body: object): string {
  return JSON.stringify(body).replaceAll(/[^ -~]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
