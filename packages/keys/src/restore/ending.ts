import type { AppDesk } from "../apps/app-desk.ts";
import type { AuditAction, AuditEntry, Json } from "../audit/audit.ts";
import { eventOf, type Deed } from "../deed.ts";
import type { Desk } from "../desk.ts";
import type { UserId } from "../id.ts";
import type { ServiceDesk } from "../service-tokens/service-token-change.ts";

/**
 * What became of an entry. `done`: what it ended is ended again. `already`: it has ended. `unknown`: it came after the
 * backup, so there is nothing to end. `by_hand`: somebody has to look; `hint` says at what.
 */
export interface Ended {
  readonly outcome: "done" | "already" | "unknown" | "by_hand";
  readonly hint?: string;
}

/** The accounts of the installation, as far as a restore changes them. */
export interface BanStore {
  isBanned(id: UserId): boolean;
  /** `unknown`: there is no such account. */
  ban(id: UserId, by: { readonly now: number; readonly command: string }): Promise<Ended["outcome"]>;
}

export type RestoreDesk = Desk & AppDesk & ServiceDesk & { readonly people: BanStore };

/** What is known while one entry is brought about again. */
export interface Ending {
  readonly desk: RestoreDesk;
  readonly entry: AuditEntry;
  /** Everything of its log that the export holds. */
  readonly log: readonly AuditEntry[];
  readonly now: number;
  /** Whose doing it is, as the log calls them: `katkey restore`. */
  readonly command: string;
}

/** The same while there are entries behind it. `isMoot`: once all are, nothing is left of what the hint asks for. */
export type Ends = Ended & { readonly isMoot?: () => Promise<boolean> };

export type Ender = (ending: Ending) => Promise<Ends>;

export type Enders = Partial<Readonly<Record<AuditAction, Ender>>>;

export const unknown: Ended = { outcome: "unknown" };
export const already: Ended = { outcome: "already" };
export const byHand = (hint: string, isMoot?: Ends["isMoot"]): Ends => ({
  outcome: "by_hand",
  hint,
  ...(isMoot && { isMoot }),
});

/** The store decides: it was, or it is now, and this is left to be done. */
export const doneIf = (changed: boolean, left: Pick<Ends, "hint" | "isMoot"> = {}): Ends =>
  changed ? { outcome: "done", ...left } : already;

/** The same change once more, told with where it was told first. */
export function deedAgain({ entry, now, command }: Ending): Deed {
  const { organizationId, action, object, before, seq, at, hash } = entry;
  const actor = { type: "operator", id: null, label: command } as const;
  const first: Json = { seq, at, hash, by: entry.actor.label };
  const after = { ...membersOf(entry.after), reapplied: first };
  const circumstances = { organizationId, now, actor, address: null, requestId: null };
  return { standing: null, events: [eventOf(circumstances, { action, object, before, after })] };
}

export function textIn(json: Json, name: string): string | null {
  const value = membersOf(json)[name];
  return typeof value === "string" ? value : null;
}

export function numberIn(json: Json, name: string): number | null {
  const value = membersOf(json)[name];
  return typeof value === "number" ? value : null;
}

export function membersOf(json: Json): Readonly<Record<string, Json>> {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  return isObject ? Object.fromEntries(Object.entries(json)) : {};
}
