import type { Act } from "./actor.ts";
import type { ApiKey } from "./api-key.ts";
import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import { isId, type KeyId } from "./id.ts";
import type { KeyQuery } from "./key-store.ts";
import type { Page } from "./page.ts";

const dayMs = 24 * 60 * 60 * 1_000;

export interface ListRequest extends Omit<KeyQuery, "before" | "expiresBefore" | "now"> {
  /** Only keys in use that expire in fewer days than these. */
  readonly expiresInDays?: number;
  /** Where a page before this one ended. */
  readonly cursor?: string;
}

/**
 * The organization's keys, newest first. A test key sees test keys only.
 * @throws KeyError `cursor_invalid`
 */
export async function list(desk: Desk, act: Act, request: ListRequest): Promise<Page<ApiKey>> {
  const { cursor, expiresInDays, ...filters } = request;
  const query = {
    ...filters,
    ...(cursor !== undefined && { before: keyIdOf(cursor) }),
    ...(expiresInDays !== undefined && { expiresBefore: act.now + expiresInDays * dayMs }),
    now: act.now,
  };
  if (act.actor.type !== "key" || act.actor.environment === "live") {
    return desk.store.listKeys(act.organizationId, query);
  }
  if (request.environment === "live") return { items: [], nextCursor: null };
  return desk.store.listKeys(act.organizationId, { ...query, environment: "test" });
}

function keyIdOf(cursor: string): KeyId {
  if (isId("key", cursor)) return cursor;
  throw new KeyError("cursor_invalid", "This cursor did not come from a page of keys.");
}
