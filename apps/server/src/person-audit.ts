import type { AuditLog, TenancyStore } from "@katkey/keys";
import type { SignEvent } from "@katkey/identity";

interface Logs {
  readonly tenancy: TenancyStore;
  readonly audit: AuditLog;
}

type PersonalAction =
  | "member.signed_in"
  | "member.signed_out"
  | "member.sessions_ended"
  | "member.password_changed"
  | "member.two_factor_turned_on"
  | "member.two_factor_turned_off"
  | "member.passkey_added"
  | "member.passkey_removed";

/** What a person does with their account, wherever they came from. */
type Personal = Omit<SignEvent, "user"> & {
  readonly user: Pick<SignEvent["user"], "id" | "email">;
  readonly requestId?: string | null;
};

/** Writes what a person did into the audit log of every organization that they are in. */
export async function auditPerson(
  { tenancy, audit }: Logs,
  action: PersonalAction,
  { user, address, at, requestId = null }: Personal,
): Promise<void> {
  const memberships = await tenancy.listMemberships(user.id);
  const actor = { type: "user", id: user.id, label: user.email } as const;
  await audit.append(
    ...memberships.map(({ organization, member }) => ({
      organizationId: organization.id,
      at,
      actor,
      action,
      object: { type: "member", id: member.id, label: user.email } as const,
      address,
      requestId,
      before: null,
      after: null,
    })),
  );
}

/** Listeners of identity's that write what they hear. */
export function auditSigns(logs: Logs) {
  const writing = (action: PersonalAction) => (event: SignEvent) => auditPerson(logs, action, event);
  return {
    onSignedIn: writing("member.signed_in"),
    onSignedOut: writing("member.signed_out"),
    onPasswordChanged: writing("member.password_changed"),
    onTwoFactorTurnedOn: writing("member.two_factor_turned_on"),
    onTwoFactorTurnedOff: writing("member.two_factor_turned_off"),
    onPasskeyAdded: writing("member.passkey_added"),
    onPasskeyRemoved: writing("member.passkey_removed"),
  };
}
