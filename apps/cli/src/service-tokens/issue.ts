import { issueServiceToken } from "@katkey/keys";
import { issueServiceTokenInput } from "@katkey/server/service-token-input";
import { issuedServiceTokenViewOf } from "@katkey/server/service-token-view";
import { CommandError, type Call, type Command } from "../command.ts";
import { coverageOf, json, tellIssued } from "./told.ts";
import { typedAs, withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensIssue: Command = {
  name: "service-tokens issue",
  takes: "<name>",
  about: "Issue a token with which a service of the company's own asks Katkey about API keys",
  options: {
    organization: { takes: "<id>", about: "About the keys of this organization; again for more of them" },
    "all-organizations": { about: "About the keys of all organizations, those to come included" },
    expires: {
      takes: "<time>",
      about: "Refuse it from then on: 2027-01-31 or 2027-01-31T12:00:00Z; else never",
    },
    json,
  },
  async run(call) {
    const request = typedAs(issueServiceTokenInput, {
      name: call.given,
      organizations: organizationsIn(call),
      expiresAt: expiryIn(call),
    });
    return withServiceTokens(call, "service-tokens issue", async (desk, act) => {
      const issued = await issueServiceToken(desk, act, request);
      const view = await issuedServiceTokenViewOf(desk, issued, act.now);
      const { id, name } = view.serviceToken;
      return tellIssued(
        call,
        view,
        `The service token ${name} (${id}) is for ${coverageOf(view.serviceToken)}.`,
      );
    });
  },
};

function organizationsIn({ options }: Call): readonly string[] | null {
  const named = options.get("organization") ?? [];
  if (options.has("all-organizations") === named.length > 0) {
    throw new CommandError("Say either --organization <id>, as often as needed, or --all-organizations.");
  }
  return named.length > 0 ? named : null;
}

/** A day begins in UTC. */
function expiryIn({ options }: Call): string | null {
  const typed = options.get("expires")?.at(-1);
  if (typed === undefined) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? `${typed}T00:00:00Z` : typed;
}
