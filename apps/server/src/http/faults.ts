import type { IncomingMessage } from "node:http";
import { CatalogError } from "@katkey/catalog";
import { loggedUrl, type Log } from "../log.ts";
import { arrivalOf } from "./arrival.ts";
import type { Problem } from "./problem.ts";

/** Whether the operator has to learn why, because the caller does not. */
export function isFault({ code }: Problem): boolean {
  return code === "internal_error" || code === "text_engine_failed";
}

/** Logs what failed for no reason of the caller's. The caller learns the request id only. */
export function reportFault(log: Log, request: IncomingMessage, error: unknown): void {
  const { method, url } = request;
  const about = { requestId: arrivalOf(request).requestId, method, path: loggedUrl(url) };
  if (isHangUp(request, error)) log.debug(about, "the client hung up");
  else if (isToldInFull(error)) log.error(about, error.message);
  else log.error({ ...about, err: error }, "failed");
}

/** A failure outside of the process, which its message says all about: a stack would only say it again. */
function isToldInFull(error: unknown): error is CatalogError {
  return error instanceof CatalogError && error.cause === undefined;
}

const hangUps: readonly unknown[] = ["ECONNRESET", "ECONNABORTED", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE"];

/** The same codes on a connection that still stands would be a fault of ours. */
function isHangUp({ socket }: IncomingMessage, error: unknown): boolean {
  return socket.destroyed && error instanceof Error && "code" in error && hangUps.includes(error.code);
}
