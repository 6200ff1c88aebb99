import { revocationReasons, revoke } from "@katkey/keys";
import { revokeInput } from "@katkey/server/key-input";
import { defineCommand } from "../command/command.ts";
import { actIn, withOrganizations } from "../organizations/with-organizations.ts";
import { typedAs } from "../typed/typed-as.ts";
import { viewOf } from "./key-views.ts";
import { key, keyTyped, ofOrganization } from "./told.ts";

export const keysRevoke = defineCommand({
  arguments: key,
  options: {
    reason: {
      takes: "<reason>",
      about: "Why; other needs --text",
      choices: revocationReasons,
      required: true,
    },
    text: { takes: "<text>", about: "Why, in words, for the log" },
    ...ofOrganization,
  },
  example: "katkey keys revoke key_0Vb3k9aQ2mT7xWcR5pLd8e --reason compromised",
  changes: () => true,
  async run(call) {
    const { reason, text } = typedAs(revokeInput, {
      reason: call.value("reason"),
      text: call.value("text") ?? null,
    });
    return withOrganizations(async (organizations) => {
      const { organizationId, keyId } = await keyTyped(organizations, call);
      const record = await revoke(organizations.desk, actIn(organizationId, call), { keyId, reason, text });
      const view = await viewOf(organizations, record, call.now);
      return {
        json: view,
        lines: [`${view.name} (${view.id}) is revoked: every token of it is refused from now on.`],
      };
    });
  },
});
