import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import type { Connections } from "./connections.ts";

/** How a server stops without failing a request. */
export interface Drain {
  readonly draining: boolean;
  attach(server: Server, connections: Connections): void;
  /** Resolves when the last connection is gone, with how many had to be cut. */
  begin(): Promise<number>;
}

interface Patience {
  /** Milliseconds until connections that nobody uses are closed. */
  readonly idle: number;
  /** Milliseconds until connections are cut in the middle of a request. */
  readonly most: number;
}

const defaults: Patience = { idle: 1_000, most: 8_500 };

/**
 * `http.Server.close()` closes idle connections at once, and so loses the requests
 * that are on their way on them. This one stops listening, answers everything that
 * still comes with `Connection: close`, and lets the clients hang up.
 */
export function createDrain(patience: Patience = defaults): Drain {
  let draining = false;
  let attached: { readonly server: Server; readonly connections: Connections } | undefined;
  return {
    get draining() {
      return draining;
    },
    attach(server, connections) {
      attached = { server, connections };
      server.on("request", (_request, response) => {
        if (draining) response.shouldKeepAlive = false;
      });
    },
    async begin() {
      draining = true;
      if (attached === undefined) return 0;
      const { server, connections } = attached;
      for (const response of connections.latest()) {
        if (!response.headersSent) response.shouldKeepAlive = false;
      }
      return closed(server, patience);
    },
  };
}

async function closed(server: Server, { idle, most }: Patience): Promise<number> {
  let cut = 0;
  // In the turn's last phase: what has arrived by then has been read, and its connection is not idle.
  const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), idle);
  const giveUp = setTimeout(() => {
    server.getConnections((_error, count) => {
      cut = count;
      server.closeAllConnections();
    });
  }, most);
  await new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
  clearInterval(sweep);
  clearTimeout(giveUp);
  return cut;
}
