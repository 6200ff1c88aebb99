import type { Act, MemberActor } from "../actor.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { RandomBytes } from "../base62.ts";
import { deedOf } from "../deed.ts";
import { createId } from "../id.ts";
import type { ListRequest } from "./list.ts";

interface KeyExportRequest {
  /** Which keys are meant; everybody in the organization may list all of them. */
  readonly filter: Omit<ListRequest, "after" | "limit">;
  readonly random: RandomBytes;
}

/**
 * Notes that somebody takes the list of keys out as a file, before any of it leaves. Returns the file's name.
 * @throws KeyError `authority_lost`
 */
export async function exportKeys(
  audit: AuditLog,
  act: Act<MemberActor>,
  { filter, random }: KeyExportRequest,
): Promise<{ readonly name: string }> {
  const name = `api-keys-${new Date(act.now).toISOString().slice(0, "yyyy-mm-dd".length)}.csv`;
  const object = { type: "export", id: createId("exp", act.now, random), label: name } as const;
  await audit.record(
    deedOf(act, { action: "key.list_exported", object, after: { format: "csv", ...filter } }),
  );
  return { name };
}
