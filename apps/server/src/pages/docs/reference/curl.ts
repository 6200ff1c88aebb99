import type { Operation, Parameter } from "../../../rest/openapi/model.ts";

import { isForKeys } from "./operations.ts";

export interface Call {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
}

/** The operation as a command, with the examples of the document. */
export function curlOf({ origin, method, path, operation, parameters }: Call): string {
  const body = operation.requestBody?.content["application/json"].example;
  // With a body curl posts by itself.
  const byItself = body === undefined ? "GET" : "POST";
  const command = [
    "curl",
    ...(method === byItself ? [] : [`-X ${method}`]),
    origin + filled(path, parameters),
  ];
  const options = [
    `-H "Authorization: Bearer $${isForKeys({ operation }) ? "KATKEY_API_KEY" : "KATKEY_SERVICE_TOKEN"}"`,
    ...(body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`]),
  ];
  return [command.join(" "), ...options].join(" \\\n  ");
}

function filled(path: string, parameters: readonly Parameter[]): string {
  return path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const example = parameters.find(
      (parameter) => parameter.in === "path" && parameter.name === name,
    )?.example;
    return typeof example === "string" ? example : whole;
  });
}

/** POSIX shells expand nothing between single quotes, and know no escape there. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
