import { issueServiceToken } from "@katkey/keys";
import { issueServiceTokenInput } from "@katkey/server/service-token-input";
import { issuedServiceTokenViewOf } from "@katkey/server/service-token-view";
import { CommandError, defineCommand, type Call } from "../command/command.ts";
import { expiryTyped, typedAs } from "../typed/typed-as.ts";
import { coverageOf, tellIssued } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensIssue = defineCommand({
  arguments: {
    name: { takes: "<name>", about: "What people know it by: the service that will ask with it" },
  },
  options: {
    organization: {
      takes: "<id>",
      about: "About the keys of this organization; again for more of them",
      many: true,
    },
    "all-organizations": { about: "About the keys of all organizations, those to come included" },
    expires: {
      takes: "<time>",
      about: "Refuse it from then on: 2027-01-31, 2027-01-31T12:00:00Z or 90d; else never",
    },
  },
  example: 'katkey service-tokens issue "Gateway" --all-organizations > gateway.token',
  changes: () => true,
  async run(call) {
    const request = typedAs(issueServiceTokenInput, {
      name: call.given("name"),
      organizations: organizationsIn(call),
      expiresAt: expiryTyped(call.value("expires"), call.now),
    });
    return withServiceTokens(call, async (desk, act) => {
      const issued = await issueServiceToken(desk, act, request);
      const view = await issuedServiceTokenViewOf(desk, issued, act.now);
      const { id, name } = view.serviceToken;
      return tellIssued(view, `The service token ${name} (${id}) is for ${coverageOf(view.serviceToken)}.`);
    });
  },
});

function organizationsIn({
  has,
  values,
}: Pick<Call<never, "organization" | "all-organizations">, "has" | "values">): readonly string[] | null {
  const named = values("organization");
  if (has("all-organizations") === named.length > 0) {
    const message = "Say either --organization <id>, as often as needed, or --all-organizations.";
    throw new CommandError(message, { code: "usage" });
  }
  return named.length > 0 ? named : null;
}
