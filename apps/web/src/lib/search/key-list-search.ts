import type { Environment, KeySort, KeyStatus, MemberId, Scope } from "../api/api-types.ts";
import { isScope } from "../keys/scopes.ts";
import { withoutSecret } from "../keys/token-form.ts";

const statuses = ["all", "active", "rotating", "expired", "revoked"] as const satisfies readonly (
  | KeyStatus
  | "all"
)[];
const environments = ["live", "test"] as const satisfies readonly Environment[];
const attentions = ["exposed", "curtailed", "expiring", "safe_to_end", "never_used", "unused"] as const;
/** By itself the list is sorted by no one of these: it begins with what waits for somebody, and then with the newest. */
export const keySorts = [
  "-createdAt",
  "createdAt",
  "name",
  "-name",
  "expiresAt",
  "-expiresAt",
] as const satisfies readonly KeySort[];

/** What the list of keys keeps in the address. Without a status it shows the keys in use. */
export interface KeyListSearch {
  readonly q?: string;
  readonly status?: KeyStatus | "all";
  readonly environment?: Environment;
  readonly scope?: Scope;
  /** Whoever answers for the keys. */
  readonly member?: MemberId;
  /** Keys in use that wait for somebody, for this reason; or those that nobody ever used. */
  readonly attention?: Attention;
  /** Descending behind a minus. */
  readonly sort?: KeySort;
  /** For a link to what is to be done: the page opens it and forgets it. */
  readonly open?: "issue";
}

export type Attention = (typeof attentions)[number];

/** Drops what is not a filter, so that a mistyped address still shows a list. */
export function keyListSearchOf(search: Readonly<Record<string, unknown>>): KeyListSearch {
  const q = typeof search["q"] === "string" ? withoutSecret(search["q"]).slice(0, 100) : "";
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    q: q === "" ? undefined : q,
    status: statuses.find((one) => one === search["status"]),
    environment: environments.find((one) => one === search["environment"]),
    scope: isScope(search["scope"]) ? search["scope"] : undefined,
    member: isMemberId(search["member"]) ? search["member"] : undefined,
    attention: attentions.find((one) => one === search["attention"]),
    sort: keySorts.find((one) => one === search["sort"]),
    open: search["open"] === "issue" ? "issue" : undefined,
  };
}

function isMemberId(value: unknown): value is MemberId {
  return typeof value === "string" && /^mem_[0-9A-Za-z]{1,60}$/.test(value);
}
