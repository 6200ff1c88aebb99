import type { Scope } from "../api/api-types.ts";
import { isScope } from "../keys/scopes.ts";

const ranges = ["24h", "7d", "30d", "90d"] as const;
const fields = ["expiry", "responsible"] as const;
/** More than an installation has. */
const mostScopes = 100;
const dialogs = ["rotate", "end_overlap", "release", "revoke", "edit"] as const;

/** What the page of a key keeps in the address. Without a range it shows 30 days, told apart by status. */
export interface KeyPageSearch {
  readonly range?: (typeof ranges)[number];
  readonly by?: "route";
  readonly view?: "table";
  /** For a link to what is to be done: the page opens it and forgets it. */
  readonly open?: (typeof dialogs)[number];
  /** What is filled in when it opens `edit`: scopes to give, and an address to allow. */
  readonly scopes?: readonly Scope[];
  readonly address?: string;
  /** Which field it begins with. */
  readonly field?: EditField;
}

export type EditField = (typeof fields)[number];

/** Drops what means nothing, so that a mistyped address still shows the key. */
export function keyPageSearchOf(search: Readonly<Record<string, unknown>>): KeyPageSearch {
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    range: ranges.find((one) => one === search["range"] && one !== "30d"),
    by: search["by"] === "route" ? "route" : undefined,
    view: search["view"] === "table" ? "table" : undefined,
    open: dialogs.find((one) => one === search["open"]),
    scopes: scopesIn(search["scopes"]),
    address: addressIn(search["address"]),
    field: fields.find((one) => one === search["field"]),
  };
}

function scopesIn(value: unknown): readonly Scope[] | undefined {
  const named: readonly unknown[] = Array.isArray(value) ? value : [];
  // Those that there are not drop out when they are filled in.
  const scopes = named.filter(isScope).slice(0, mostScopes);
  return scopes.length === 0 ? undefined : scopes;
}

function addressIn(value: unknown): string | undefined {
  return typeof value === "string" && /^[0-9A-Fa-f:.]{2,45}$/.test(value) ? value : undefined;
}
