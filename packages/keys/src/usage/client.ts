/** How long clients are known. */
export const clientsKeptDays = 30;
/** Clients of one secret on one day that are told apart. Those beyond are one, with an empty address. */
export const mostClients = 100;

/** From where a secret was used, and with what program: the requests of some days of UTC. */
export interface Client {
  readonly publicKeyId: string;
  /** Empty for all those that were too many to be told apart. */
  readonly address: string;
  readonly userAgent: string | null;
  /** In all, and how many of them admission refused. */
  readonly requests: number;
  readonly refused: number;
  /** Milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface ClientQuery {
  readonly publicKeyIds: readonly string[];
  /** Milliseconds since 1970: from the day of UTC on that this lies in. */
  readonly since: number;
}

/** What was seen of one client at two times. */
export function joined<Seen extends Pick<Client, "requests" | "refused" | "firstAt" | "lastAt">>(
  a: Seen,
  b: Seen,
): Seen {
  return {
    ...a,
    requests: a.requests + b.requests,
    refused: a.refused + b.refused,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
  };
}
