import { randomUUID } from "node:crypto";
import { STATUS_CODES, type Server, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { linesOf, send } from "./answer.ts";
import type { Connections } from "./connections.ts";
import { answerOf, Problem, problemBody } from "./problem.ts";
import { problems, type ProblemCode } from "./problems.ts";

const codeOfFault: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: "header_too_large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "body_too_large",
  ERR_HTTP_REQUEST_TIMEOUT: "request_timeout",
};

/** Answers what Node's parser refuses before there is a request; by itself it would send an empty body. */
export function answerParserErrors(server: Server, connections: Connections, origin: string): void {
  const broken = new WeakSet<Duplex>();
  server.on("clientError", (error, stream) => {
    const hangUp = () => stream.destroy();
    if (!stream.writable) return hangUp();
    if (broken.has(stream)) return;
    broken.add(stream);
    const code = "code" in error ? codeOfFault[String(error.code)] : undefined;
    const text = textOf(code ?? "malformed_request", origin);
    const answer = () => (stream.writable ? stream.end(text, hangUp) : hangUp());
    const latest = stream instanceof Socket ? connections.latestOn(stream) : undefined;
    if (latest === undefined) answer();
    else inTurn(latest, { answer, hangUp });
  });
  server.on("checkExpectation", (_request, response) => refuse(response, "expectation_failed", origin));
}

/**
 * Answers come in the order of their requests, so one to what is broken waits for those before it,
 * and must not be a second one to the same request: it would be taken for the answer to the next.
 */
function inTurn(latest: ServerResponse, { answer, hangUp }: Record<"answer" | "hangUp", () => void>): void {
  if (!latest.req.complete && !latest.headersSent) when(latest, latest.socket !== null, "socket", answer);
  else when(latest, latest.writableFinished, "finish", latest.req.complete ? answer : hangUp);
}

function when(latest: ServerResponse, isSo: boolean, event: "socket" | "finish", then: () => void): void {
  if (isSo) then();
  else latest.once(event, then);
}

/** Answers a request that never comes to the app. */
export function refuse(response: ServerResponse, code: ProblemCode, origin: string): void {
  const requestId = randomUUID();
  const constant = { "Cache-Control": "no-store", Connection: "close", "X-Request-Id": requestId };
  send(response, answerOf(new Problem(code), { origin, requestId }), linesOf(constant));
}

function textOf(code: ProblemCode, origin: string): string {
  const requestId = randomUUID();
  const { status } = problems[code];
  const body = JSON.stringify(problemBody(code, {}, { origin, requestId }));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Cache-Control: no-store",
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    "",
    body,
  ].join("\r\n");
}
