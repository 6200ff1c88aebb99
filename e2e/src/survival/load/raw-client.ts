import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { RunningServer } from "../../harness/server.ts";

/** A connection that says exactly what it is told to. */
export async function openRaw(server: RunningServer): Promise<Socket> {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Resolves to the milliseconds until the other end was gone, in order or not; `null`: it is still there. */
export function msUntilGone(socket: Socket, mostMs: number): Promise<number | null> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      resolve(null);
      socket.destroy();
    }, mostMs);
    socket.once("close", () => {
      clearTimeout(patience);
      resolve(performance.now() - begun);
    });
  });
}
