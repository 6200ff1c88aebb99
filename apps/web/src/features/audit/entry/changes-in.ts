import type { AuditEntry } from "../../../lib/api/api-types.ts";
import type { MemberNames } from "../../../lib/audit/audit-changes.ts";
import { fieldOf, namesOf } from "../../../lib/api/json-field.ts";
import { fieldLabel, valueWords } from "./value-words.ts";

/** A field of an entry: in words, or as a list with what came and what went. */
export interface Change {
  readonly field: string;
  readonly label: string;
  /** `null`: the entry tells only what it became. */
  readonly before: string | null;
  /** `null`: the entry tells only what it was. */
  readonly after: string | null;
  readonly list?: {
    readonly kept: readonly string[];
    readonly removed: readonly string[];
    readonly added: readonly string[];
  };
}

/** Every field that the entry tells of, in its order; nothing of what stayed as it was. */
export function changesIn({ before, after }: AuditEntry, members: MemberNames): readonly Change[] {
  const fields = [...new Set([...namesOf(before), ...namesOf(after)])];
  return fields.flatMap((field) => {
    // Told with the id that there is none of.
    if (field === "actorType") return [];
    const [was, is] = [before, after].map((json) => fieldOf(json, field));
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    // What was nothing, and became nothing that could be told, would be a line without a word.
    if ((was ?? null) === null && is === null && field !== "actorId") return [];
    const words = (value: unknown, json: unknown) =>
      value === undefined ? null : valueWords({ field, value, json, members });
    const change = { field, label: fieldLabel(field), before: words(was, before), after: words(is, after) };
    const list = comparedLists(was, is);
    return [list === null ? change : { ...change, list }];
  });
}

/** `null`: nothing to compare item by item, as where a list became empty, which has a meaning of its own. */
function comparedLists(was: unknown, is: unknown): Change["list"] | null {
  const after = itemsOf(is);
  if (after.length === 0) return null;
  if (was === undefined) return { kept: after, removed: [], added: [] };
  const before = itemsOf(was);
  const kept = after.filter((item) => before.includes(item));
  const [removed, added] = [before, after].map((items) => items.filter((item) => !kept.includes(item)));
  const changed = before.length > 0 && removed !== undefined && added !== undefined;
  return changed && removed.length + added.length > 0 ? { kept, removed, added } : null;
}

function itemsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
