import type { PartnerApp } from "../../../lib/api/api-types.ts";

type Key = Readonly<Record<string, unknown>>;

interface KeySet {
  readonly keys: readonly Key[];
}

/** A private key that was typed here must not leave this page: the server would have seen it. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

/** Keys as they are edited. */
export function textOfKeys(keys: PartnerApp["publicKeys"]): string {
  if (keys.length === 0) return "";
  const plain = keys.map(({ thumbprint: _, ...key }) => key);
  return JSON.stringify({ keys: plain }, null, 2);
}

/** The set that the text holds; `null`: it holds none. One key alone is a set of it. */
export function keySetIn(text: string): { keys: Record<string, unknown>[] } | null {
  const keys = setIn(text)?.keys ?? [];
  return keys.length === 0 ? null : { keys: keys.map((key) => ({ ...key })) };
}

/** What is wrong with the text at a glance; the server looks at each key. */
export function mistakeInKeySet(text: string): "form" | "private" | null {
  if (text.trim() === "") return null;
  const set = setIn(text);
  if (set === null || set.keys.length === 0) return "form";
  return set.keys.some((key) => privateMembers.some((name) => name in key)) ? "private" : null;
}

function setIn(text: string): KeySet | null {
  const value = parsed(text);
  if (isKeySet(value)) return value;
  return isRecord(value) && typeof value["kty"] === "string" ? { keys: [value] } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isKeySet(value: unknown): value is KeySet {
  return isRecord(value) && Array.isArray(value["keys"]) && value["keys"].every(isRecord);
}

function isRecord(value: unknown): value is Key {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
