import { STATUS_CODES } from "node:http";
import { problems, type ProblemCode } from "../../http/problems.ts";
import type { DocumentedRoute } from "./documented-route.ts";
import { headerNamesOf, headerReferences } from "./headers.ts";
import type { Response } from "./model.ts";
import { problemsOf, usualProblems } from "./problem-codes.ts";

/** Every refusal of a route, by status. What it shares with most others is a reference. */
export function refusalsOf(route: DocumentedRoute) {
  const refusals = Array.from(problemsOf(route), ([status, codes]) => {
    const usual = usualProblems.get(status)?.join() === codes.join();
    const refusal = usual
      ? { $ref: `#/components/responses/${nameOf(status)}` }
      : refusalOf(status, codes, route);
    return [status, refusal] as const;
  });
  return Object.fromEntries(refusals);
}

/** The refusals to which routes refer. */
export const sharedRefusals: Readonly<Record<string, Response>> = Object.fromEntries(
  Array.from(usualProblems, ([status, codes]) => [nameOf(status), refusalOf(status, codes)]),
);

function refusalOf(status: number, codes: readonly ProblemCode[], route?: DocumentedRoute): Response {
  const schema = {
    allOf: [
      { $ref: "#/components/schemas/Problem" },
      {
        type: "object",
        properties: { status: { type: "integer", const: status }, code: { type: "string", enum: codes } },
      },
    ],
  };
  const examples = Object.fromEntries(
    codes.map((code) => [code, { $ref: `#/components/examples/${exampleOf(code, status)}` }] as const),
  );
  return {
    description: codes.map((code) => `- \`${code}\`: ${problems[code].cause}`).join("\n"),
    headers: headerReferences(headerNamesOf(status, route)),
    content: { "application/problem+json": { schema, examples } },
  };
}

/** The name of a problem's example, as it is answered with this status. */
export function exampleOf(code: ProblemCode, status: number): string {
  return status === problems[code].status ? code : `${code}_as_${status}`;
}

/** As HTTP calls the status, in one word: `TooManyRequests`. */
function nameOf(status: number): string {
  return (STATUS_CODES[status] ?? String(status)).replaceAll(/[^A-Za-z]/g, "");
}
