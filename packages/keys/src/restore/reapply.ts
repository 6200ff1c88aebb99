import type { AuditAction, AuditEntry } from "../audit/audit.ts";
import { appEnders } from "./end-apps.ts";
import { keyEnders } from "./end-keys.ts";
import { memberEnders } from "./end-members.ts";
import { organizationEnders } from "./end-organizations.ts";
import { serviceTokenEnders } from "./end-service-tokens.ts";
import { already, byHand, textIn, type Ended, type Ender, type RestoreDesk } from "./ending.ts";
import { isHarmless, type EndsNothing } from "./ends-nothing.ts";

export interface Reapplied extends Ended {
  readonly entry: AuditEntry;
}

interface Reapplication {
  /** What a log says behind the place where the backup ends, in its order. */
  readonly log: readonly AuditEntry[];
  readonly now: number;
  /** Whose doing it is, as the log calls them: `katkey restore`. */
  readonly command: string;
}

/** Of everything that is not said to end nothing: whoever adds an action to the log decides here what it ends. */
const enders: Readonly<Record<Exclude<AuditAction, EndsNothing>, Ender>> = {
  ...keyEnders,
  ...serviceTokenEnders,
  ...appEnders,
  ...organizationEnders,
  ...memberEnders,
};

/** Of each row, what comes later undoes what came before. */
const switches: readonly (readonly AuditAction[])[] = [
  ["organization.suspended", "organization.resumed"],
  ["key.quarantined", "key.released"],
  ["organization.api_access_changed"],
  ["member.role_changed"],
  ["member.banned", "member.unbanned"],
  ["person.banned", "person.unbanned"],
  ["app.disabled", "app.enabled"],
  ["app.blocked", "app.unblocked"],
  ["app.approved", "app.refused"],
];

/**
 * Ends once more what ended after a backup was made, as one log tells it: nothing is given back that was taken, and
 * nothing that was given then comes again. Each end has its entry, which names the one that told it first. Done twice,
 * it changes nothing the second time. Resolves to what became of every entry that ended something.
 * @throws KeyError `busy`
 */
export async function reapply(
  desk: RestoreDesk,
  { log, now, command }: Reapplication,
): Promise<readonly Reapplied[]> {
  const found: Reapplied[] = [];
  for (const [index, entry] of log.entries()) {
    if (isHarmless(entry)) continue;
    const end = enderOf(entry);
    const undone = isUndone(log, index);
    found.push({ entry, ...(undone ? already : await end({ desk, entry, log, now, command })) });
  }
  return found;
}

function enderOf({ action }: AuditEntry): Ender {
  const known = new Map<string, Ender>(Object.entries(enders));
  return known.get(action) ?? (async () => byHand("This version does not know what that is."));
}

function isUndone(log: readonly AuditEntry[], index: number): boolean {
  const entry = log[index];
  const row = switches.find((actions) => entry !== undefined && actions.includes(entry.action));
  if (entry === undefined || row === undefined) return false;
  return log.slice(index + 1).some((later) => row.includes(later.action) && isOfTheSame(later, entry));
}

/** Of a key each secret is put into quarantine, and let in again, by itself. */
function isOfTheSame(one: AuditEntry, other: AuditEntry): boolean {
  const isAboutSame = textIn(one.after, "publicKeyId") === textIn(other.after, "publicKeyId");
  return one.object.id === other.object.id && isAboutSame;
}
