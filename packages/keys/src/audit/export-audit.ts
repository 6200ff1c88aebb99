import type { Act, MemberActor } from "../actor.ts";
import type { AuditFilter, AuditLog } from "./audit-log.ts";
import { assertReadsAudit } from "./audit-authority.ts";
import type { RandomBytes } from "../base62.ts";
import { deedOf } from "../deed.ts";
import { createId, type ExportId } from "../id.ts";

export const exportFormats = ["csv", "jsonl"] as const;

export type ExportFormat = (typeof exportFormats)[number];

interface ExportRequest {
  readonly filter: AuditFilter;
  readonly format: ExportFormat;
  readonly random: RandomBytes;
}

/** What is taken out of the log, as its own entry tells it. */
export interface AuditExport {
  readonly id: ExportId;
  /** Of the file. */
  readonly name: string;
  readonly entries: number;
}

/**
 * Notes that somebody takes entries out of the log, before the first of them leaves: which, and how many. As
 * entries are only added, those up to the last one of now stay the same, however long the taking lasts.
 * Whether all of them arrived nobody here can know.
 * @throws KeyError `role_not_allowed`, `authority_lost`
 */
export async function exportAudit(
  audit: AuditLog,
  act: Act<MemberActor>,
  { filter, format, random }: ExportRequest,
): Promise<AuditExport> {
  assertReadsAudit(act);
  const { entries, last } = await audit.count(act.organizationId, filter);
  const id = createId("exp", act.now, random);
  const name = `audit-${new Date(act.now).toISOString().slice(0, "yyyy-mm-dd".length)}.${format}`;
  const object = { type: "export", id, label: name } as const;
  const after = { format, entries, last, ...filter };
  await audit.record(deedOf(act, { action: "audit.exported", object, after }));
  return { id, name, entries };
}
