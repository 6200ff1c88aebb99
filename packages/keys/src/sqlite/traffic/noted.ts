import { dayMs, hourMs } from "../../usage/granularity.ts";
import type { OrganizationId } from "../../id.ts";
import { joined, mostClients, type Client, type Peak, type Refusal } from "../../traffic/traffic-log.ts";
import type { Use } from "../../usage/usage.ts";

export interface NotedClient extends Omit<Client, "userAgent"> {
  readonly organizationId: OrganizationId;
  /** Days since 1970. */
  readonly day: number;
  readonly userAgent: string;
}

export interface NotedPeak extends Peak {
  readonly organizationId: OrganizationId;
  /** Hours since 1970. */
  readonly hour: number;
}

/** Kept in memory between two writes, at most. What comes on top is not noted. */
const clientsHeld = 10_000;
/** Of one secret, so that none crowds out another. The oldest give way. */
const refusalsHeld = 100;
const secretsHeld = 1_000;
const organizationsHeld = 1_000;

/** What was noticed since it was last written: alike clients as one, of each hour the fullest window. */
export interface Noted {
  readonly clients: ReadonlyMap<string, NotedClient>;
  readonly peaks: ReadonlyMap<string, NotedPeak>;
  /** By secret. */
  readonly refusals: ReadonlyMap<string, readonly Refusal[]>;
}

export function createNoted() {
  const { clients, ...clientNotes } = createNotedClients();
  const peaks = new Map<string, NotedPeak>();
  const refusals = new Map<string, Refusal[]>();
  const noted: Noted = { clients, peaks, refusals };
  return {
    noted,
    addClient: clientNotes.add,

    addPeak(organizationId: OrganizationId, peak: Peak): void {
      const hour = Math.floor(peak.at / hourMs);
      const name = `${organizationId} ${hour}`;
      const before = peaks.get(name);
      if (before === undefined && peaks.size >= organizationsHeld) return;
      if (before !== undefined && shareOf(before) >= shareOf(peak)) return;
      peaks.set(name, { ...peak, organizationId, hour });
    },

    addRefusal(refusal: Refusal): void {
      const { publicKeyId } = refusal;
      const others = refusals.get(publicKeyId);
      if (others === undefined && refusals.size >= secretsHeld) return;
      if (others === undefined) refusals.set(publicKeyId, [refusal]);
      else if (others.push(refusal) > refusalsHeld) others.shift();
    },

    isEmpty: () => clients.size + peaks.size + refusals.size === 0,

    clear(): void {
      clientNotes.clear();
      peaks.clear();
      refusals.clear();
    },
  };
}

function createNotedClients() {
  const clients = new Map<string, NotedClient>();
  const toldApart = new Map<string, number>();

  function addToKnown(client: NotedClient): boolean {
    const name = nameOf(client);
    const before = clients.get(name);
    if (before !== undefined) clients.set(name, joined(before, client));
    return before !== undefined;
  }

  return {
    clients,

    add(use: Use): void {
      const client = clientOf(use);
      if (addToKnown(client)) return;
      const secret = `${client.publicKeyId} ${client.day}`;
      const told = toldApart.get(secret) ?? 0;
      // Whoever makes up a name for every request takes the places of no other secret, and no longer to write.
      const named = told >= mostClients ? withoutName(client) : client;
      if (addToKnown(named) || clients.size >= clientsHeld) return;
      toldApart.set(secret, told + 1);
      clients.set(nameOf(named), named);
    },

    clear(): void {
      clients.clear();
      toldApart.clear();
    },
  };
}

export function clientOf(use: Use): NotedClient {
  const { publicKeyId, organizationId, address, userAgent, at, refused, requests } = use;
  return {
    publicKeyId,
    organizationId,
    day: Math.floor(at / dayMs),
    address,
    userAgent: userAgent ?? "",
    requests,
    refused: refused ? requests : 0,
    firstAt: at,
    lastAt: at,
  };
}

/** As one of those that are too many to be told apart. */
export function withoutName(client: NotedClient): NotedClient {
  return { ...client, address: "", userAgent: "" };
}

function nameOf({ publicKeyId, day, address, userAgent }: NotedClient): string {
  return `${publicKeyId} ${day} ${address} ${userAgent}`;
}

function shareOf({ requests, limit }: Peak): number {
  return requests / limit;
}
