import type { AuditAction, AuditEntry } from "../audit/audit.ts";
import { appEnders } from "./end-apps.ts";
import { keyEnders } from "./end-keys.ts";
import { memberEnders } from "./end-members.ts";
import { organizationEnders } from "./end-organizations.ts";
import { serviceTokenEnders } from "./end-service-tokens.ts";
import { already, byHand, type Ended, type Ender, type Ends, type RestoreDesk } from "./ending.ts";
import { isHarmless, type EndsNothing } from "./ends-nothing.ts";
import { givesBack, laterOfTheSame } from "./given-back.ts";

export interface Reapplied extends Ended {
  readonly entry: AuditEntry;
}

interface Reapplication {
  /** What a log says behind the place where the backup ends, in its order. */
  readonly log: readonly AuditEntry[];
  /** Up to which entry an operator tells it: what was given back is believed of nobody else. */
  readonly provenUpTo: number;
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

/**
 * Ends once more what ended after a backup was made, as one log tells it: nothing is given back that was taken, and
 * nothing that was given then comes again. Each end has its entry, which names the one that told it first. Done twice,
 * it changes nothing the second time. Resolves to what became of every entry that ended something, and what is left to
 * be done in the end.
 * @throws KeyError `busy`
 */
export async function reapply(
  desk: RestoreDesk,
  { log, provenUpTo, now, command }: Reapplication,
): Promise<readonly Reapplied[]> {
  const found: (Ends & { readonly entry: AuditEntry })[] = [];
  for (const [index, entry] of log.entries()) {
    if (isHarmless(entry)) continue;
    const later = laterOfTheSame(log, index);
    if (later.some(({ seq }) => seq <= provenUpTo)) {
      found.push({ entry, ...already });
      continue;
    }
    const ends = await enderOf(entry)({ desk, entry, log, now, command });
    const isDoubted = ends.outcome === "done" && later.some(givesBack);
    found.push({ entry, ...ends, ...(isDoubted && { hint: doubted }) });
  }
  return Promise.all(found.map(async ({ entry, ...ends }) => ({ entry, ...(await inTheEnd(ends)) })));
}

/** Whoever is given an organization's log can make up what goes on from it. */
const doubted =
  "It was given back later, says this log, which is believed only of an export that holds the installation's log as well: give it back if it is true.";

/** What is asked for is not said where the rest of the log has ended it. */
async function inTheEnd({ isMoot, hint, outcome }: Ends): Promise<Ended> {
  if (hint === undefined) return { outcome };
  if (isMoot === undefined || !(await isMoot())) return { outcome, hint };
  return outcome === "by_hand" ? already : { outcome };
}

function enderOf({ action }: AuditEntry): Ender {
  const known = new Map<string, Ender>(Object.entries(enders));
  return known.get(action) ?? (async () => byHand("This version does not know what that is."));
}
