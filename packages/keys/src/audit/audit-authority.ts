import type { Act, MemberActor, ShellActor } from "../actor.ts";
import { KeyError } from "../errors.ts";
import { isManager } from "../organizations/role.ts";

/** It names people and addresses. @throws KeyError `role_not_allowed` */
export function assertReadsAudit({ actor }: Act<MemberActor | ShellActor>): void {
  if (actor.type === "shell" || isManager(actor.role)) return;
  throw new KeyError("role_not_allowed", "Only owners and admins read the audit log.");
}
