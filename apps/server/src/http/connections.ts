import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The open connections, each with its latest response. */
export interface Connections {
  latestOn(socket: Socket): ServerResponse | undefined;
  latest(): Iterable<ServerResponse>;
}

/** One listener per connection and one map entry per request; no listener per request. */
export function watchConnections(server: Server): Connections {
  const responses = new Map<Socket, ServerResponse>();
  server.on("request", ({ socket }, response) => {
    if (!responses.has(socket)) socket.once("close", () => responses.delete(socket));
    responses.set(socket, response);
  });
  return {
    latestOn: (socket) => responses.get(socket),
    latest: () => responses.values(),
  };
}
