import type { Act, MemberActor } from "../actor.ts";
import { assertReadsAudit } from "./audit-authority.ts";
import type { AuditFilter, AuditLog } from "./audit-log.ts";
import { auditActions, auditActors, type AuditEntry, type Json } from "./audit.ts";
import { KeyError } from "../errors.ts";
import type { ExportId } from "../id.ts";
import type { Page } from "../page.ts";

/** An export that was begun can be gone on with for so long. */
const lifetimeMs = 60 * 60 * 1_000;

interface ExportPart {
  readonly exportId: ExportId;
  /** Entries with a higher `seq`. */
  readonly after: number;
  readonly limit: number;
}

/**
 * A part of what the actor is on record to have exported, oldest first.
 * @throws KeyError `role_not_allowed`; `cursor_invalid` for an export of somebody else, or of more than an hour ago
 */
export async function readExport(
  audit: AuditLog,
  act: Act<MemberActor>,
  { exportId, after, limit }: ExportPart,
): Promise<Page<AuditEntry>> {
  assertReadsAudit(act);
  const { organizationId, actor, now } = act;
  const own = { action: "audit.exported", objectId: exportId, actorId: actor.userId, limit: 1 } as const;
  const [entry] = (await audit.list(organizationId, { ...own, from: now - lifetimeMs })).items;
  if (entry === undefined)
    throw new KeyError("cursor_invalid", "There is no such export of yours. Begin it again.");
  const { last, ...filter } = toldIn(entry.after);
  return audit.list(organizationId, { ...filter, after, before: last + 1, oldestFirst: true, limit });
}

/** What its entry says that it holds. */
function toldIn(json: Json): AuditFilter & { readonly last: number } {
  const told = new Map(typeof json === "object" && json !== null ? Object.entries(json) : []);
  const [action, actorId, actorType, objectId, from, to, last] = fields.map((name) => told.get(name));
  const known = auditActions.find((one) => one === action);
  const type = auditActors.find((one) => one === actorType);
  return {
    ...(known !== undefined && { action: known }),
    ...((actorId === null || typeof actorId === "string") && { actorId }),
    ...(type !== undefined && { actorType: type }),
    ...(typeof objectId === "string" && { objectId }),
    ...(typeof from === "number" && { from }),
    ...(typeof to === "number" && { to }),
    last: typeof last === "number" ? last : 0,
  };
}

const fields = ["action", "actorId", "actorType", "objectId", "from", "to", "last"] as const;
