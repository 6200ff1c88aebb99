import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Connections } from "./connections.ts";

/** Milliseconds by which it may be noticed late. */
const interval = 250;

/** Less than this in the time that a client has is not reading: whoever trickles holds memory as whoever stops does. */
const fewestBytes = 1_024;

interface Progress {
  readonly taken: number;
  /** How often it was looked at since. */
  readonly looks: number;
}

/**
 * Hangs up on clients that take next to nothing of what waits for them within so many milliseconds: it lies in our
 * memory until they do. Whoever reads a large answer slowly and steadily may take as long as they need.
 */
export function hangUpOnUnread(server: Server, connections: Connections, most: number): void {
  const every = Math.min(interval, most);
  const seen = new WeakMap<ServerResponse, Progress>();
  const timer = setInterval(() => {
    for (const response of connections.latest()) {
      if (!waitsForClient(response)) {
        seen.delete(response);
        continue;
      }
      const taken = bytesTakenFrom(response.req.socket);
      const before = seen.get(response);
      const progress =
        before === undefined || taken - before.taken >= fewestBytes
          ? { taken, looks: 0 }
          : { taken: before.taken, looks: before.looks + 1 };
      seen.set(response, progress);
      // Not an orderly end: that would stand behind the megabytes that wait in the operating system, as they would.
      if (progress.looks * every >= most) response.req.socket.resetAndDestroy();
    }
  }, every).unref();
  server.once("close", () => clearInterval(timer));
}

/** All of it is written, or more is only written when some has been taken. */
function waitsForClient({ writableEnded, writableFinished, writableNeedDrain }: ServerResponse): boolean {
  return !writableFinished && (writableEnded || writableNeedDrain);
}

/**
 * What the operating system has taken of a connection. Node tells it of the handle only: to the stream a large chunk is
 * under way until all of it is gone.
 */
function bytesTakenFrom(socket: Socket): number {
  const handle: unknown = Reflect.get(socket, "_handle");
  return numberIn(handle, "bytesWritten") - numberIn(handle, "writeQueueSize");
}

function numberIn(handle: unknown, name: string): number {
  const value: unknown = typeof handle === "object" && handle !== null ? Reflect.get(handle, name) : 0;
  return typeof value === "number" ? value : 0;
}
