import type { KeyId } from "../id.ts";

/** Ids that a query has put into one JSON array: tens of thousands of rows cost more to hand over than to find. */
export function keyIdsIn(json: string | undefined): readonly KeyId[] {
  const ids: unknown = json === undefined ? [] : JSON.parse(json);
  return Array.isArray(ids) ? ids : [];
}
