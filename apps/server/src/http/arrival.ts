import type { IncomingMessage } from "node:http";

/** What the server knows of a request before it looks at what is asked for. */
export interface Arrival {
  readonly requestId: string;
  /** The client's IP address, as far as the trusted proxies vouch for it. */
  readonly address: string;
}

// Beside the request and not on it: Express types its own place for this as `any`.
const arrivals = new WeakMap<IncomingMessage, Arrival>();

export function rememberArrival(request: IncomingMessage, arrival: Arrival): void {
  arrivals.set(request, arrival);
}

export function arrivalOf(request: IncomingMessage): Arrival {
  const arrival = arrivals.get(request);
  if (arrival === undefined) throw new Error("the request was not received by this app");
  return arrival;
}
