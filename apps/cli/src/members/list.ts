import { findOrganization, toldTime } from "@katkey/keys";
import { defineCommand } from "../command/command.ts";
import { organizationMeant, withOrganizations } from "../organizations/with-organizations.ts";
import { tellUnsound, unsound, withUnsound } from "../soundness.ts";
import { membersOf } from "./member-typed.ts";

export const membersList = defineCommand({
  options: { organization: { takes: "<id>", about: "Whose members; else of the only organization" } },
  example: "katkey members list",
  run: (call) =>
    withOrganizations(async (organizations) => {
      const { soundness } = organizations;
      const { organizationId, notes } = await organizationMeant(organizations, call.value("organization"));
      await findOrganization(organizations.desk, organizationId);
      const named = await membersOf(organizations, organizationId);
      const members = withUnsound(soundness, named, ({ id }) => [{ table: "member", id }]).map(
        ({ joinedAt, ...member }) => ({ ...member, joinedAt: toldTime(joinedAt) }),
      );
      const rows = members.map(({ id, role, email, name, joinedAt, unsound: not }) => [
        id,
        role,
        email,
        name,
        `since ${joinedAt}`,
        not.length > 0 ? unsound : "",
      ]);
      const told = tellUnsound(soundness, members, "member");
      return { json: members, lines: [], table: rows, well: told.well, notes: [...notes, ...told.notes] };
    }),
});
