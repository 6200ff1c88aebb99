import type { RequestHandler } from "express";
import type { Health } from "../health.ts";
import { questionHeader, type Whose } from "../start/whose.ts";
import { linesOf, send } from "./answer.ts";
import { arrivalOf } from "./arrival.ts";

interface Answering {
  readonly health: Pick<Health, "troubles">;
  readonly whose: Whose;
}

/** For whoever watches the process: 200 or 503, and no data but by what codes it is degraded while it goes on. */
export function answerHealth(isGood: () => boolean, { health, whose }: Answering): RequestHandler {
  return (request, response) => {
    const good = isGood();
    const headers = { "Cache-Control": "no-store", "X-Request-Id": arrivalOf(request).requestId };
    const asked = request.headers[questionHeader];
    const answers = typeof asked === "string" ? whose(asked) : null;
    const status = good ? statusOf(health.troubles()) : { status: "stopping" };
    const body = answers === null ? status : { ...status, ...answers };
    send(response, { status: good ? 200 : 503, body }, linesOf(headers));
  };
}

function statusOf(troubles: ReturnType<Health["troubles"]>) {
  return troubles.length === 0 ? { status: "ok" } : { status: "degraded", troubles };
}
