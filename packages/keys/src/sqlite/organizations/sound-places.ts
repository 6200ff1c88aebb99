import type { Database } from "better-sqlite3";
import type { OrganizationPatch } from "../../organizations/organization-change.ts";
import type { Leaving } from "../../organizations/tenancy-store.ts";
import { intact } from "../seal/seal-connection.ts";
import { sealedMember, sealedOrganization } from "../seal/sealed-table.ts";
import { prepareSoundly } from "../seal/soundly.ts";

/** Prepares changes of organizations and of members, by their ids, that are told as done and so must hold. */
export function prepareSoundPlaces(database: Database) {
  const on = (table: typeof sealedMember) =>
    prepareSoundly(database, `select ${intact(database, table)} from "${table.name}" where id = ?`);
  const [member, organization] = [on(sealedMember), on(sealedOrganization)];
  return {
    member,
    organization: <Outcome>(id: string, patch: OrganizationPatch, change: () => Outcome) =>
      endsAccess(patch) ? change() : organization({ to: id }, change),
    /** Of a member whose keys go to others. */
    leaving<Outcome>({ settlements }: Leaving, change: () => Outcome): Outcome {
      const outcome = change();
      for (const settlement of settlements) {
        if (settlement.action === "hand_over") member({ to: settlement.to }, () => outcome);
      }
      return outcome;
    },
  };
}

/** That is done to whatever is there. */
function endsAccess({ suspendedAt = null, apiAccess = true }: OrganizationPatch): boolean {
  return suspendedAt !== null || !apiAccess;
}
