import type { IncomingMessage } from "node:http";

/** What the server knows of a request before it looks at what is asked for. */
export interface Arrival {
  readonly requestId: string;
  /** The client's IP address, as far as the trusted proxies vouch for it. */
  readonly address: string;
}

const known = Symbol("arrival");

// On the request and not in a map beside it, which costs each request more than anything that is done with it here.
declare module "node:http" {
  interface IncomingMessage {
    [known]?: Arrival;
  }
}

export function rememberArrival(request: IncomingMessage, arrival: Arrival): void {
  request[known] = arrival;
}

export function arrivalOf(request: IncomingMessage): Arrival {
  const arrival = request[known];
  if (arrival === undefined) throw new Error("the request was not received by this app");
  return arrival;
}
