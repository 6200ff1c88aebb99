import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers a request to the REST API; `null` when it is for something else. */
export type RestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | null;
