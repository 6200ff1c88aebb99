import type { IncomingMessage } from "node:http";
import { loggedUrl, type Log } from "../log.ts";
import { arrivalOf } from "./arrival.ts";

/** Logs what failed for no reason of the caller's. The caller learns the request id only. */
export function reportFault(log: Log, request: IncomingMessage, error: unknown): void {
  const { method, url } = request;
  log.error({ requestId: arrivalOf(request).requestId, method, path: loggedUrl(url), err: error }, "failed");
}
