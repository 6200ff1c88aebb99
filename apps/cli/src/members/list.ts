import { findOrganization } from "@katkey/keys";
import { defineCommand } from "../command/command.ts";
import { organizationTyped, withOrganizations } from "../organizations/with-organizations.ts";
import { listed } from "../table.ts";
import { membersOf } from "./member-typed.ts";

export const membersList = defineCommand({
  options: { organization: { takes: "<id>", about: "Whose members", required: true } },
  example: "katkey members list --organization org_0Vb3k9aQ2mT7xWcR5pLd8e",
  run: (call) =>
    withOrganizations(async (organizations) => {
      const id = organizationTyped(call.value("organization") ?? "");
      await findOrganization(organizations.desk, id);
      const members = (await membersOf(organizations, id)).map(({ joinedAt, ...member }) => ({
        ...member,
        joinedAt: new Date(joinedAt).toISOString(),
      }));
      const rows = members.map(({ id: memberId, role, email, name, joinedAt }) => [
        memberId,
        role,
        email,
        name,
        `since ${joinedAt}`,
      ]);
      return { json: members, lines: listed(rows) };
    }),
});
