import type { Act } from "../actor.ts";
import type { Evidence } from "./evidence.ts";
import { dayMs, startOf } from "../usage/granularity.ts";
import type { KeyId } from "../id.ts";
import { findKey } from "../keys/key-authority.ts";
import { publicKeyIdsOf } from "../keys/api-key.ts";
import { mergedClients } from "./key-traffic.ts";
import { clientsKeptDays, type Client } from "../usage/client.ts";

/** From where a key is used, and with what program. */
export interface KeyClient extends Omit<Client, "publicKeyId"> {
  /** With which of its secrets, and when last, so that a rotation tells who still has the old one. */
  readonly secrets: readonly Pick<Client, "publicKeyId" | "lastAt">[];
}

/** The latest clients. */
export interface KeyClients {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** The one with the latest request first. */
  readonly clients: readonly KeyClient[];
  /** How many there are besides. */
  readonly more: number;
}

/**
 * Who used a key in the last 30 days of UTC: at most so many, the latest first.
 * @throws KeyError `key_not_found`
 */
export async function listClients(
  { desk, usage }: Pick<Evidence, "desk" | "usage">,
  act: Act,
  { keyId, most }: { readonly keyId: KeyId; readonly most: number },
): Promise<KeyClients> {
  const key = await findKey(desk, act, keyId);
  const since = startOf("day", act.now - (clientsKeptDays - 1) * dayMs);
  const publicKeyIds = publicKeyIdsOf(key, since);
  const found = await usage.clients(act.organizationId, { publicKeyIds, since });
  const merged = mergedClients(found);
  const clients = merged.slice(0, most).map((client) => ({
    ...client,
    secrets: found
      .filter(({ address, userAgent }) => address === client.address && userAgent === client.userAgent)
      .map(({ publicKeyId, lastAt }) => ({ publicKeyId, lastAt })),
  }));
  return { since, clients, more: merged.length - clients.length };
}
