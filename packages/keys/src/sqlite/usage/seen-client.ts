import type { OrganizationId } from "../../id.ts";
import { mostClients, type Client } from "../../usage/client.ts";
import { dayMs } from "../../usage/granularity.ts";
import type { Use } from "../../usage/usage.ts";

/** A client on one day. */
export interface SeenClient extends Client {
  readonly organizationId: OrganizationId;
  /** Days since 1970. */
  readonly day: number;
  /** Empty: it did not say. */
  readonly userAgent: string;
}

type Counts = "requests" | "refused" | "firstAt" | "lastAt";
/** That is being added up. */
export type OpenClient = Omit<SeenClient, Counts> & Record<Counts, number>;

/** As one of those that are too many to be told apart. */
export function withoutName<Named extends Client>(client: Named): Named {
  return { ...client, address: "", userAgent: "" };
}

/** The clients of one secret: of each day so many, and those beyond as one. */
export function createClientsOfSecret() {
  const days = new Map<number, Map<string, OpenClient>>();
  return {
    /** The one that a use is of, which may be new and then has no requests yet. */
    clientFor(use: Use): OpenClient {
      const day = Math.floor(use.at / dayMs);
      const ofDay = days.get(day) ?? new Map<string, OpenClient>();
      days.set(day, ofDay);
      const name = ofDay.size < mostClients || ofDay.has(nameOf(use)) ? nameOf(use) : "";
      const known = ofDay.get(name);
      if (known !== undefined) return known;
      const client = name === "" ? withoutName(unseen(use, day)) : unseen(use, day);
      ofDay.set(name, client);
      return client;
    },
    all: (): readonly SeenClient[] => [...days.values()].flatMap((ofDay) => [...ofDay.values()]),
  };
}

export function addToClient(client: OpenClient, { at, requests, refused }: Use): void {
  client.requests += requests;
  if (refused) client.refused += requests;
  client.firstAt = Math.min(client.firstAt, at);
  client.lastAt = Math.max(client.lastAt, at);
}

function unseen({ publicKeyId, organizationId, address, userAgent, at }: Use, day: number): OpenClient {
  const who = { publicKeyId, organizationId, address, userAgent: userAgent ?? "" };
  return { ...who, day, requests: 0, refused: 0, firstAt: at, lastAt: at };
}

/** A line break can stand in the last one alone. */
function nameOf({ address, userAgent }: Use): string {
  return `${address}\n${userAgent ?? ""}`;
}
