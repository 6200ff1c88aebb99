import { changeRole, roles } from "@katkey/keys";
import { CommandError, defineCommand } from "../command/command.ts";
import { actIn, organizationMeant, withOrganizations } from "../organizations/with-organizations.ts";
import { assertSound } from "../soundness.ts";
import { memberTyped } from "./member-typed.ts";

export const membersRole = defineCommand({
  arguments: {
    member: { takes: "<member>", about: "Their mem_ id or e-mail address" },
    role: { takes: "<role>", about: `One of ${roles.join(", ")}` },
  },
  options: { organization: { takes: "<id>", about: "Where; else in the only organization" } },
  example: "katkey members role ada@example.com owner",
  changes: () => true,
  run: (call) =>
    withOrganizations(async (organizations) => {
      const role = roles.find((one) => one === call.given("role"));
      if (role === undefined) {
        throw new CommandError(`The role must be one of ${roles.join(", ")}.`, { code: "usage" });
      }
      const { organizationId, notes } = await organizationMeant(organizations, call.value("organization"));
      const member = await memberTyped(organizations, organizationId, call.given("member"));
      const { id, email } = member;
      // One that seems to have it already would be told as done.
      assertSound(organizations.soundness, { table: "member", id });
      await changeRole(organizations.desk, actIn(organizationId, call), {
        memberId: id,
        role,
        label: email || id,
      });
      return {
        json: { organizationId, id, email, role },
        notes,
        lines: [`${email || id} is ${role} now. Keys that they answer for can do what ${role}s may.`],
      };
    }),
});
