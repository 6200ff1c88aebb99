import type { IncomingMessage } from "node:http";
import { challenge } from "./challenge.ts";
import { Problem } from "./problem.ts";

const mostHeaderLines = 100;

// Node keeps the first of several and says nothing; two readers could then see two different requests.
const singletons = ["authorization", "host", "content-type", "origin", "idempotency-key"];

/** Refuses what Node's parser lets pass and RFC 9110 or 9112 do not. @throws Problem */
export function assertRawHeaders(request: IncomingMessage): void {
  const { rawHeaders, headers } = request;
  // Beyond some 1,000 lines Node drops the rest silently, Authorization perhaps among them.
  if (rawHeaders.length > mostHeaderLines * 2) {
    throw new Problem("header_too_large", { headers: { Connection: "close" } });
  }
  if (request.httpVersionMajor !== 1) throw malformed("Only HTTP/1.1 and HTTP/1.0 are spoken here.");
  assertSingletons(rawHeaders);
  assertHost(request);
  const coding = headers["transfer-encoding"];
  if (coding === undefined) return;
  // RFC 9112, 6.1: whoever speaks HTTP/1.0 does not know where such a body ends.
  if (request.httpVersionMinor === 0) throw malformed("HTTP/1.0 has no transfer codings.");
  if (coding.toLowerCase() !== "chunked") {
    throw malformed("The only transfer coding understood here is chunked.");
  }
}

function assertSingletons(rawHeaders: readonly string[]): void {
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? "";
    if (!singletons.includes(name)) continue;
    if (seen.has(name)) throw twice(name);
    seen.add(name);
  }
}

function twice(name: string): Problem {
  if (name !== "authorization") return malformed(`The ${name} header stands there more than once.`);
  return new Problem("invalid_request", {
    detail: "The Authorization header stands there more than once.",
    headers: challenge("invalid_request"),
  });
}

// RFC 9112, 3.2: exactly one Host in HTTP/1.1, and nothing in it but host and port.
function assertHost({ httpVersionMinor, headers: { host } }: IncomingMessage): void {
  if (host === undefined && httpVersionMinor > 0) throw malformed("The Host header is missing.");
  if (host !== undefined && !hostForm.test(host)) throw malformed("The Host header is malformed.");
}

/** RFC 3986, 3.2.2: a name or an address, and a port; percent signs only in escapes. */
const hostForm = /^(?:\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i;

function malformed(detail: string): Problem {
  // Where such a request ends is anybody's guess.
  return new Problem("malformed_request", { detail, headers: { Connection: "close" } });
}
