import type { Act, InstallationAct, MemberActor, ShellActor } from "../actor.ts";
import type { AuditCount, AuditFilter, AuditLog } from "./audit-log.ts";
import { assertReadsAudit } from "./audit-authority.ts";
import { installation } from "./audit.ts";
import type { RandomBytes } from "../base62.ts";
import { deedOf, installationDeedOf, type Told } from "../deed.ts";
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
  /** The `seq` of the last entry of which it is a part; what is written later is not in it. */
  readonly last: number;
}

/**
 * Notes that somebody takes entries out of the log, before the first of them leaves: which, and how many. As
 * entries are only added, those up to the last one of now stay the same, however long the taking lasts.
 * Whether all of them arrived nobody here can know.
 * @throws KeyError `role_not_allowed`, `authority_lost`
 */
export async function exportAudit(
  audit: AuditLog,
  act: Act<MemberActor | ShellActor>,
  request: ExportRequest,
): Promise<AuditExport> {
  assertReadsAudit(act);
  const counted = await audit.count(act.organizationId, request.filter);
  const { told, taken } = taking(act, counted, request);
  await audit.record(deedOf(act, told));
  return taken;
}

/** The same of the installation's own log. @throws KeyError `authority_lost` */
export async function exportInstallationLog(
  audit: AuditLog,
  act: InstallationAct,
  request: ExportRequest,
): Promise<AuditExport> {
  const { told, taken } = taking(act, await audit.count(installation, request.filter), request);
  await audit.record(installationDeedOf(act, told));
  return taken;
}

function taking(
  act: InstallationAct | Act<MemberActor | ShellActor>,
  { entries, last }: AuditCount,
  { filter, format, random }: ExportRequest,
): { readonly told: Told; readonly taken: AuditExport } {
  const id = createId("exp", act.now, random);
  const name = `audit-${new Date(act.now).toISOString().slice(0, "yyyy-mm-dd".length)}.${format}`;
  const object = { type: "export", id, label: name } as const;
  const after = { format, entries, last, ...filter };
  return { told: { action: "audit.exported", object, after }, taken: { id, name, entries, last } };
}
