import { createServer, type RequestListener, type Server } from "node:http";
import { watchConnections } from "./connections.ts";
import type { Drain } from "./drain.ts";
import { answerParserErrors, refuse } from "./parser-errors.ts";
import { pathOfTarget } from "./request-target.ts";
import { hangUpOnUnread } from "./hang-up-on-unread.ts";

export interface HttpLimits {
  /** Milliseconds for a request's header to arrive. */
  readonly headersTimeout: number;
  /** Milliseconds for a whole request to arrive. */
  readonly requestTimeout: number;
  /** Milliseconds that an idle connection is kept. */
  readonly keepAliveTimeout: number;
  /** Milliseconds in which the client must take some of its answer. */
  readonly answerTimeout: number;
}

/** Node's own would let a slow client hold a connection for minutes. */
const defaults: HttpLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  answerTimeout: 15_000,
};

interface ServerOptions {
  readonly origin: string;
  readonly drain: Drain;
  readonly limits?: Partial<HttpLimits>;
}

/** The HTTP server around the app: time limits, parser errors in one shape, and a stop that loses nothing. */
export function createHttpServer(app: RequestListener, { origin, drain, limits }: ServerOptions): Server {
  const { answerTimeout, ...timeouts } = { ...defaults, ...limits };
  const server = createServer({
    ...timeouts,
    maxHeaderSize: 16 * 1024,
    // How late a time limit may be noticed.
    connectionsCheckingInterval: 500,
    // Refused by the app instead, with a body that says why.
    requireHostHeader: false,
  });
  const connections = watchConnections(server);
  drain.attach(server, connections);
  hangUpOnUnread(server, connections, answerTimeout);
  answerParserErrors(server, connections, origin);
  server.on("request", (request, response) => {
    const path = pathOfTarget(request.url ?? "");
    if (path === null) return refuse(response, "malformed_request", origin);
    request.url = path;
    return app(request, response);
  });
  return server;
}
