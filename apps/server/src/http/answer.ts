import type { ServerResponse } from "node:http";

/** What is sent back: a value until it is written. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Headers as Node writes them the fastest: names and values in turn. None may stand in the answer's own. */
export type HeaderLines = readonly string[];

export function linesOf(headers: Readonly<Record<string, string>>): HeaderLines {
  return Object.entries(headers).flat();
}

/** Writes head and body in one call, which costs half of what one call for each does. */
export function send(response: ServerResponse, { status, headers, body }: Answer, first: HeaderLines): void {
  const lines = [...first];
  for (const name in headers) lines.push(name, headers[name] ?? "");
  if (body === undefined) {
    response.writeHead(status, lines).end();
    return;
  }
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  if (headers?.["Content-Type"] === undefined) lines.push("Content-Type", "application/json; charset=utf-8");
  lines.push("Content-Length", String(length));
  // Plain ASCII is the same bytes in either, and goes out in less time as Latin-1.
  response.writeHead(status, lines).end(text, length === text.length ? "latin1" : "utf8");
}
