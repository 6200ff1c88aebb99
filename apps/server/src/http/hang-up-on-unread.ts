import type { Server, ServerResponse } from "node:http";
import type { Connections } from "./connections.ts";

/** Milliseconds by which it may be noticed late. */
const interval = 1_000;

/** Hangs up on clients that do not take their answer within so many milliseconds: it lies in our memory until they do. */
export function hangUpOnUnread(server: Server, connections: Connections, most: number): void {
  const every = Math.min(interval, most);
  const looks = new WeakMap<ServerResponse, number>();
  const timer = setInterval(() => {
    for (const response of connections.latest()) {
      if (!response.writableEnded || response.writableFinished) continue;
      const seen = (looks.get(response) ?? 0) + 1;
      looks.set(response, seen);
      if (seen * every > most) response.req.socket.destroy();
    }
  }, every).unref();
  server.once("close", () => clearInterval(timer));
}
