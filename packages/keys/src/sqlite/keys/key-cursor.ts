import { KeyError } from "../../errors.ts";
import { isId } from "../../id.ts";
import type { KeySort } from "../../keys/key-sort.ts";
import type { KeyPosition } from "./key-order.ts";

/** It names its sort: in another one it would be another place. */
export function cursorOf(sort: KeySort, { value, id }: KeyPosition): string {
  return JSON.stringify([sort, value, id]);
}

/** @throws KeyError `cursor_invalid` */
export function positionOf(sort: KeySort, cursor: string): KeyPosition {
  const parts = partsOf(cursor);
  if (Array.isArray(parts) && parts.length === 3) {
    const [of, value, id]: readonly unknown[] = parts;
    const kind = sort.endsWith("expiresAt") ? "number" : "string";
    const isValue = (typeof value === "string" || typeof value === "number") && typeof value === kind;
    if (of === sort && isValue && typeof id === "string" && isId("key", id)) return { value, id };
  }
  throw new KeyError("cursor_invalid", "This cursor did not come from a page of keys in this order.");
}

function partsOf(cursor: string): unknown {
  try {
    return JSON.parse(cursor);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
