import { auditActions } from "@katkey/keys";
import { z } from "zod";
import { momentInput } from "./usage-input.ts";

const dayMs = 86_400_000;

/** How far a look back from now goes. */
const spans = { "24h": dayMs, "7d": 7 * dayMs, "30d": 30 * dayMs } as const;

/** An id of whatever kind; whether it is known, and to whom, the log says. */
const anyIdInput = z.string().regex(/^[a-z]{2,5}_[0-9A-Za-z]{1,60}$/, "Must be an id.");

/** Which entries of the audit log. */
export const auditFilterInput = z.object({
  action: z.enum(auditActions).exactOptional(),
  /** An id, or who has none: Katkey itself, or whoever worked at its shell. */
  actor: z.union([z.enum(["katkey", "shell"]), anyIdInput]).exactOptional(),
  objectId: anyIdInput.exactOptional(),
  range: z
    .union([
      z.enum(["24h", "7d", "30d"]),
      z.strictObject({ from: momentInput.exactOptional(), to: momentInput.exactOptional() }),
    ])
    .exactOptional(),
});

export type AuditFilterInput = z.output<typeof auditFilterInput>;

/** The filter as the log takes it, with the moments that a look back means now. */
export function auditFilterOf({ range, action, actor, objectId }: AuditFilterInput, now: number) {
  return {
    ...(action !== undefined && { action }),
    ...(actor !== undefined && actorOf(actor)),
    ...(objectId !== undefined && { objectId }),
    ...(typeof range === "string" ? { from: now - spans[range] } : range),
  };
}

function actorOf(actor: string) {
  if (actor === "katkey") return { actorId: null, actorType: "system" } as const;
  return actor === "shell" ? ({ actorId: null, actorType: "operator" } as const) : { actorId: actor };
}
