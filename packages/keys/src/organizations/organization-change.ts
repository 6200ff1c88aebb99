import type { Act, MemberActor, OperatorActor, ShellActor } from "../actor.ts";
import type { AuditAction, Json } from "../audit/audit.ts";
import { deedOf } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { OrganizationId } from "../id.ts";
import type { Organization } from "./organization.ts";
import { isManager } from "./role.ts";

/** What can change of an organization; what is absent stays. */
export type OrganizationPatch = Partial<Omit<Organization, "id" | "createdAt" | "revision">>;

type Acting = Act<MemberActor | OperatorActor | ShellActor>;

/** @throws KeyError `organization_not_found` */
export async function findOrganization(
  { tenancy }: Pick<Desk, "tenancy">,
  organizationId: OrganizationId,
): Promise<Organization> {
  const organization = await tenancy.findOrganization(organizationId);
  if (organization !== null) return organization;
  throw new KeyError("organization_not_found", "There is no such organization.");
}

/** Owners and admins decide about the settings, and the operator. @throws KeyError `role_not_allowed` */
export function assertManages({ actor }: Acting): void {
  if (actor.type !== "member" || isManager(actor.role)) return;
  throw new KeyError("role_not_allowed", "Only owners and admins change the organization's settings.");
}

/** For a change that was decided on what somebody saw. */
export interface SeenOrganization {
  /** The organization's revision then; left out, whatever the organization is now. */
  readonly revision?: number;
}

interface Change extends SeenOrganization {
  readonly action: AuditAction;
  /** What is to become of the organization as it is now. */
  readonly patchOf: (organization: Organization) => OrganizationPatch;
}

/**
 * Changes what differs, and tells it in one entry; nothing when nothing does.
 * @throws KeyError `organization_not_found`, `organization_changed`, `rows_unsound`
 */
export async function changeOrganization(
  desk: Desk,
  act: Acting,
  { action, patchOf, revision: seen }: Change,
): Promise<Organization> {
  const organization = await findOrganization(desk, act.organizationId);
  const { id, name, revision } = organization;
  if (seen !== undefined && seen !== revision) refuseChanged();
  const patch = patchOf(organization);
  const { before, after } = differing(organization, patch);
  if (Object.keys(after).length === 0) return organization;
  const object = { type: "organization", id, label: name } as const;
  const deed = deedOf(act, { action, object, before, after });
  if (await desk.tenancy.changeOrganization({ organizationId: id, revision, patch }, deed)) {
    return { ...organization, ...patch, revision: revision + 1 };
  }
  refuseChanged();
}

function refuseChanged(): never {
  const message = "Somebody else has just changed this organization. Look again.";
  throw new KeyError("organization_changed", message);
}

type Fields = Readonly<Record<string, Json>>;

function differing(organization: Organization, patch: OrganizationPatch) {
  const has: Fields = { ...organization };
  const wanted: Fields = { ...patch };
  const names = Object.keys(wanted).filter(
    (name) => JSON.stringify(has[name]) !== JSON.stringify(wanted[name]),
  );
  const only = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: only(has), after: only(wanted) };
}
