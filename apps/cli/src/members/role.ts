import { changeRole, roles } from "@katkey/keys";
import { CommandError, defineCommand } from "../command/command.ts";
import { actIn, organizationTyped, withOrganizations } from "../organizations/with-organizations.ts";
import { memberTyped } from "./member-typed.ts";

export const membersRole = defineCommand({
  arguments: {
    member: { takes: "<member>", about: "Their mem_ id or e-mail address" },
    role: { takes: "<role>", about: roles.join(", ") },
  },
  options: { organization: { takes: "<id>", about: "Where", required: true } },
  example: "katkey members role ada@example.com owner --organization org_0Vb3k9aQ2mT7xWcR5pLd8e",
  run: (call) =>
    withOrganizations(async (organizations) => {
      const role = roles.find((one) => one === call.given("role"));
      if (role === undefined) {
        throw new CommandError(`The role must be one of ${roles.join(", ")}.`, { code: "usage" });
      }
      const organizationId = organizationTyped(call.value("organization") ?? "");
      const member = await memberTyped(organizations, organizationId, call.given("member"));
      const { id: memberId, email } = member;
      await changeRole(organizations.desk, actIn(organizationId, call), {
        memberId,
        role,
        label: email || memberId,
      });
      const json = { organizationId, memberId, email, role };
      return {
        json,
        lines: [`${email || memberId} is ${role} now. Keys that they answer for can do what ${role}s may.`],
      };
    }),
});
