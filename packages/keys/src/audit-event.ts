import { auditActorOf, type Act } from "./actor.ts";
import type { AuditAction, AuditEvent, Json } from "./audit.ts";

type Change = Pick<AuditEvent, "object"> & { readonly before?: Json; readonly after?: Json };

/** The audit entry of a change, with who, when and from where taken from the act. */
export function eventOf(act: Act, action: AuditAction, { object, before, after }: Change): AuditEvent {
  return {
    organizationId: act.organizationId,
    at: act.now,
    actor: auditActorOf(act.actor),
    action,
    object,
    address: act.address,
    requestId: act.requestId,
    before: before ?? null,
    after: after ?? null,
  };
}
