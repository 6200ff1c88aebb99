import type { RequestHandler } from "express";
import type { Health } from "../health.ts";
import { linesOf, send } from "./answer.ts";
import { arrivalOf } from "./arrival.ts";

/** For whoever watches the process: 200 or 503, and no data but by what codes it is degraded while it goes on. */
export function answerHealth(isGood: () => boolean, { troubles }: Pick<Health, "troubles">): RequestHandler {
  return (request, response) => {
    const good = isGood();
    const headers = { "Cache-Control": "no-store", "X-Request-Id": arrivalOf(request).requestId };
    send(
      response,
      { status: good ? 200 : 503, body: good ? bodyOf(troubles()) : { status: "stopping" } },
      linesOf(headers),
    );
  };
}

function bodyOf(troubles: ReturnType<Health["troubles"]>) {
  return troubles.length === 0 ? { status: "ok" } : { status: "degraded", troubles };
}
