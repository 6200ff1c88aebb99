import { once } from "node:events";
import type { Server } from "node:http";
import { connect, createServer } from "node:net";
import { faultCodeOf, StartError } from "./start-error.ts";

interface Place {
  readonly host: string;
  readonly port: number;
}

/** @throws StartError when the port is taken or not to be had */
export async function listen(server: Server, { host, port }: Place): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw cannotListen({ host, port }, faultCodeOf(cause));
  }
}

const firstPortForAll = 1_024;

/** The same without taking the port from a server that starts meanwhile. @throws StartError */
export async function assertFree({ host, port }: Place): Promise<void> {
  if (await isTaken({ host: reachable(host), port })) throw cannotListen({ host, port }, "EADDRINUSE");
  const server = createServer().listen(port < firstPortForAll ? port : 0, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw cannotListen({ host, port }, faultCodeOf(cause));
  } finally {
    server.close();
  }
}

async function isTaken(place: Place): Promise<boolean> {
  const socket = connect(place);
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(3_000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Where who listens on all addresses is reached. */
export function reachable(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}

function cannotListen({ host, port }: Place, fault: string): StartError {
  const reason = reasons[fault] ?? `the operating system says ${fault}; look at HOST and PORT`;
  return new StartError(`Cannot listen on ${host}, port ${port}: ${reason}.`);
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program uses it; stop that one, or set PORT to another port",
  EACCES: "this user may not use it; set PORT to one above 1023",
  EADDRNOTAVAIL: "HOST is not an address of this machine; set it to one",
  ENOTFOUND: "HOST is not an address of this machine; set it to one",
};
