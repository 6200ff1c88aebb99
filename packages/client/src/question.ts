import { KatkeyQuestionError } from "./errors.ts";

/** What is asked about a request that carries a token. */
export interface Question {
  /** What stood behind `Bearer`. */
  readonly token: string;
  /** What the route needs; left out: any valid key. */
  readonly scopes?: readonly string[] | undefined;
  /** The client's IP address. Without one a key with an allow list is refused. */
  readonly address?: string | null | undefined;
  readonly method?: string | undefined;
  /** The route's pattern, such as `/orders/:id`: what usage is counted under. Never the path that was called. */
  readonly route?: string | undefined;
  readonly userAgent?: string | null | undefined;
  /** Places of the limit, and requests in usage: 0–1000, 1 when left out. 0 checks without spending or counting. */
  readonly cost?: number | undefined;
  /** By which Katkey explains a refusal afterwards: 1–64 characters of `[A-Za-z0-9._-]`. Left out, and in a batch: one is made up. */
  readonly requestId?: string | undefined;
}

const highestCost = 1000;

// What a client writes must not make a question unacceptable. What is cut off decides nothing.
const longest = { token: 256, method: 32, route: 200, userAgent: 1024 };

/** Whether Katkey takes something from the limit for it, so that asking twice is not the same as asking once. */
export function spends({ cost }: Question): boolean {
  return cost !== 0;
}

/** What goes on the wire. @throws KatkeyQuestionError */
export function bodyOf(question: Question): Readonly<Record<string, unknown>> {
  const { token, scopes = [], address, method, route, userAgent, cost } = question;
  if (typeof token !== "string") throw new KatkeyQuestionError("The token is not a string.");
  if (cost !== undefined && !isCost(cost)) {
    throw new KatkeyQuestionError(`The cost must be a whole number from 0 to ${highestCost}.`);
  }
  return {
    token: wellFormed(token.slice(0, longest.token)),
    ...(scopes.length > 0 && { scopes }),
    ...(address && { address: plain(address) }),
    ...(method && { method: method.slice(0, longest.method) }),
    ...(route && { route: visible(route).slice(0, longest.route) }),
    ...(userAgent && { userAgent: wellFormed(userAgent.slice(0, longest.userAgent)) }),
    ...(cost !== undefined && { cost }),
  };
}

/** Without the IPv6 clothes that a dual-stack socket puts on an IPv4 address, and without a zone. */
function plain(address: string): string {
  return /^::ffff:[\d.]+$/i.test(address) ? address.slice(7) : address.replace(/%.*$/s, "");
}

/** Without NUL and half characters, which no token has and Katkey takes from nobody. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\0\p{Surrogate}]/gu, "?");
}

function visible(text: string): string {
  return text.replaceAll(/[^ -~]/g, "?");
}

function isCost(cost: number): boolean {
  return Number.isInteger(cost) && cost >= 0 && cost <= highestCost;
}
