import type { RequestHandler } from "express";
import { linesOf, send } from "./answer.ts";
import { arrivalOf } from "./arrival.ts";

/** For whoever watches the process: 200 or 503, and no data. */
export function answerHealth(isGood: () => boolean): RequestHandler {
  return (request, response) => {
    const good = isGood();
    const headers = { "Cache-Control": "no-store", "X-Request-Id": arrivalOf(request).requestId };
    send(
      response,
      { status: good ? 200 : 503, body: { status: good ? "ok" : "stopping" } },
      linesOf(headers),
    );
  };
}
