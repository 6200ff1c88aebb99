import { once } from "node:events";
import type { Server } from "node:http";
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
    const reason =
      reasons[faultCodeOf(cause)] ?? `the operating system says ${faultCodeOf(cause)}; look at HOST and PORT`;
    throw new StartError(`Cannot listen on ${host}, port ${port}: ${reason}.`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program uses it; stop that one, or set PORT to another port",
  EACCES: "this user may not use it; set PORT to one above 1023",
  EADDRNOTAVAIL: "HOST is not an address of this machine; set it to one",
  ENOTFOUND: "HOST is not an address of this machine; set it to one",
};
