import { environments, issue } from "@katkey/keys";
import { issueInput } from "@katkey/server/key-input";
import { defineCommand } from "../command/command.ts";
import { memberTyped } from "../members/member-typed.ts";
import { actIn, organizationMeant, withOrganizations } from "../organizations/with-organizations.ts";
import { expiryTyped, typedAs } from "../typed/typed-as.ts";
import { viewOf } from "./key-views.ts";
import { tellToken } from "./told.ts";

export const keysIssue = defineCommand({
  arguments: {
    name: { takes: "<name>", about: "What people know it by; no other key of the organization has it" },
  },
  options: {
    organization: { takes: "<id>", about: "Whose key it is; else of the only organization" },
    environment: { takes: "<name>", about: "live unless it is said", choices: environments },
    scope: {
      takes: "<scope>",
      about:
        "What it may do, such as products:read; again for more; else all that who answers for it may give",
      many: true,
    },
    address: {
      takes: "<network>",
      about: "From where alone it works: 203.0.113.7 or 203.0.113.0/24; again for more",
      many: true,
    },
    expires: { takes: "<time>", about: "Refuse it from then on: 2027-01-31, 2027-01-31T12:00:00Z or 90d" },
    note: { takes: "<text>", about: "For whoever meets it later" },
    responsible: {
      takes: "<member>",
      about:
        "Who answers for it, and whose role caps it: a mem_ id or an e-mail address; else the oldest owner",
    },
  },
  example: 'katkey keys issue "Shop" --scope products:read --expires 90d > shop.token',
  changes: () => true,
  async run(call) {
    const [scopes, addresses] = [call.values("scope"), call.values("address")];
    const request = typedAs(issueInput, {
      name: call.given("name"),
      note: call.value("note") ?? null,
      environment: call.value("environment") ?? "live",
      ...(scopes.length > 0 && { scopes }),
      ...(addresses.length > 0 && { addresses }),
      expiresAt: expiryTyped(call.value("expires"), call.now),
    });
    return withOrganizations(async (organizations) => {
      const { organizationId, notes } = await organizationMeant(organizations, call.value("organization"));
      const responsible = call.value("responsible");
      const responsibleMemberId =
        responsible && (await memberTyped(organizations, organizationId, responsible)).id;
      const issued = await issue(organizations.desk, actIn(organizationId, call), {
        ...request,
        ...(responsibleMemberId && { responsibleMemberId }),
      });
      const view = await viewOf(organizations, issued.key, call.now);
      const sentence = `The ${view.environment} key ${view.name} (${view.id}) may ${view.scopes.join(", ")}.`;
      const told = tellToken({ view, token: issued.token }, sentence);
      return { ...told, notes: [...notes, ...told.notes] };
    });
  },
});
