import type { AuditEntry, OrganizationAction } from "../../lib/api/api-types.ts";
import { endOfDay, isCalendarDay } from "../../lib/words/calendar-day.ts";
import { auditActionOf } from "./audit-actions.ts";

const ranges = ["24h", "7d", "30d"] as const;

/** Who has no id: Katkey itself, and whoever worked at its shell. */
const withoutId = ["katkey", "shell"] as const;

/** What the page keeps in the address. */
export interface AuditSearch {
  readonly action?: OrganizationAction;
  /** The id of a user or a key, `katkey` or `shell`. */
  readonly actor?: string;
  /** The id of a key, a member or whatever else it is about. */
  readonly object?: string;
  readonly range?: (typeof ranges)[number];
  /** The first and the last day of a time of one's own, in UTC; each also alone. */
  readonly from?: string;
  readonly to?: string;
  /** The entry that is shown first, opened. */
  readonly entry?: number;
}

/** Drops what means nothing, so that a mistyped address still shows a log. */
export function auditSearchOf(search: Readonly<Record<string, unknown>>): AuditSearch {
  const { from, to, actor, object } = search;
  const own = ![from, to].every(isCalendarDay) || String(from) <= String(to);
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    action: auditActionOf(search["action"]),
    actor: isAnyId(actor) || withoutId.some((one) => one === actor) ? String(actor) : undefined,
    object: isAnyId(object) ? object : undefined,
    range: ranges.find((one) => one === search["range"]),
    from: own && isCalendarDay(from) ? from : undefined,
    to: own && isCalendarDay(to) ? to : undefined,
    entry: seqOf(search["entry"]),
  };
}

/** Which entries that is, as the server is asked for them. */
export function auditFilterOf({ action, actor, object, range, from, to }: AuditSearch) {
  const own = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: endOfDay(to) }),
  };
  return {
    ...(action !== undefined && { action }),
    ...(actor !== undefined && { actor }),
    ...(object !== undefined && { objectId: object }),
    ...(range !== undefined && { range }),
    ...(range === undefined && Object.keys(own).length > 0 && { range: own }),
  };
}

/** As the address names them. */
export function actorIn({ actor: { type, id } }: Pick<AuditEntry, "actor">): string {
  return id ?? (type === "system" ? "katkey" : "shell");
}

export function isFiltered(search: AuditSearch): boolean {
  return Object.keys(auditFilterOf(search)).length > 0;
}

function isAnyId(text: unknown): text is string {
  return typeof text === "string" && /^[a-z]{2,5}_[0-9A-Za-z]{1,60}$/.test(text);
}

function seqOf(value: unknown): number | undefined {
  const seq = Number(value);
  return typeof value !== "boolean" && Number.isSafeInteger(seq) && seq > 0 ? seq : undefined;
}
