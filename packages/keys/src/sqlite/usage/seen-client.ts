import type { OrganizationId } from "../../id.ts";
import { mostClients, type Client } from "../../usage/client.ts";
import { dayMs } from "../../usage/granularity.ts";
import type { Use } from "../../usage/usage.ts";
import { addNamed, allNamed, findNamed, type Named } from "./named.ts";

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

/** Of whom a use would be the first. */
export function openClient({ publicKeyId, organizationId, address, userAgent, at }: Use): OpenClient {
  const who = { publicKeyId, organizationId, address, userAgent: userAgent ?? "" };
  return { ...who, day: Math.floor(at / dayMs), requests: 0, refused: 0, firstAt: at, lastAt: at };
}

/** Of those of its secret, the one that a use is of: of each day so many are told apart, and those beyond are one. */
export function clientFor(use: Use, clients: Named<OpenClient>): OpenClient {
  const client = openClient(use);
  const known = findNamed(clients, nameOf(client), nameOf);
  if (known !== undefined) return known;
  const ofDay = allNamed(clients).filter(({ day }) => day === client.day);
  if (ofDay.length < mostClients) return addNamed(clients, client, nameOf);
  const nameless = withoutName(client);
  return findNamed(clients, nameOf(nameless), nameOf) ?? addNamed(clients, nameless, nameOf);
}

export function addToClient(client: OpenClient, { at, requests, refused }: Use): void {
  client.requests += requests;
  if (refused) client.refused += requests;
  client.firstAt = Math.min(client.firstAt, at);
  client.lastAt = Math.max(client.lastAt, at);
}

/** A line break can stand in the last one alone. */
function nameOf({ day, address, userAgent }: OpenClient): string {
  return `${day} ${address}\n${userAgent}`;
}
