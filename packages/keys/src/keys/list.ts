import type { Act, Reader } from "../actor.ts";
import type { ApiKey } from "./api-key.ts";
import type { Desk } from "../desk.ts";
import type { KeyId } from "../id.ts";
import type { KeyQuery } from "./key-store.ts";
import { findNeeding, type NeedReason } from "./needs.ts";
import { findNeverUsed } from "./never-used.ts";
import type { Page } from "../page.ts";
import type { UsageLog } from "../usage/usage-log.ts";

const dayMs = 24 * 60 * 60 * 1_000;

export interface ListRequest extends Omit<KeyQuery, "only" | "expiresBefore" | "now"> {
  /** Only keys in use that expire in fewer days than these. */
  readonly expiresInDays?: number;
  /** Only keys of which no secret was ever used, not even in vain. */
  readonly neverUsed?: boolean;
  /** Only keys in use that wait for somebody for this reason. */
  readonly need?: NeedReason;
}

type Sources = Pick<Desk, "store"> & { readonly usage: UsageLog };

/**
 * A page of the organization's keys. A test key sees test keys only.
 * @throws KeyError `cursor_invalid`
 */
export async function list(sources: Sources, act: Act<Reader>, request: ListRequest): Promise<Page<ApiKey>> {
  const { store } = sources;
  const { organizationId, now } = act;
  const { expiresInDays, neverUsed: _, need: __, ...filters } = request;
  const only = await onlyThese(sources, act, request);
  const query = {
    ...filters,
    ...(only && { only }),
    ...(expiresInDays !== undefined && { expiresBefore: now + expiresInDays * dayMs }),
    now,
  };
  if (act.actor.type !== "key" || act.actor.environment === "live") {
    return store.listKeys(organizationId, query);
  }
  if (request.environment === "live") return { items: [], nextCursor: null };
  return store.listKeys(organizationId, { ...query, environment: "test" });
}

/** What no query of the keys alone can tell; `undefined`: all of them. */
async function onlyThese(
  sources: Sources,
  { organizationId, now }: Act<Reader>,
  { neverUsed, need }: Pick<ListRequest, "neverUsed" | "need">,
): Promise<ReadonlySet<KeyId> | undefined> {
  const unused = neverUsed ? await findNeverUsed(sources, organizationId) : undefined;
  const needing = need && new Set(await findNeeding(sources, { organizationId, now }, need));
  return needing && unused ? new Set([...needing].filter((id) => unused.has(id))) : (needing ?? unused);
}
