import { endServiceTokenOverlap, revokeServiceToken } from "@katkey/keys";
import { serviceTokenInput } from "@katkey/server/service-token-input";
import { serviceTokenViewOf } from "@katkey/server/service-token-view";
import type { Command } from "../command.ts";
import { json } from "./told.ts";
import { typedAs, withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensRevoke: Command = {
  name: "service-tokens revoke",
  takes: "<id>",
  about: "Refuse a service token from now on, for good",
  options: { retiring: { about: "Only the old token of a rotation; the current one works on" }, json },
  async run(call) {
    const { say, given, options } = call;
    const { id } = typedAs(serviceTokenInput, { id: given });
    const retiring = options.has("retiring");
    const verb = retiring ? endServiceTokenOverlap : revokeServiceToken;
    return withServiceTokens(call, "service-tokens revoke", async (desk, act) => {
      const record = await verb(desk, act, id);
      const told = retiring
        ? `The old token of ${record.name} is refused now.`
        : `${record.name} is revoked.`;
      say(options.has("json") ? JSON.stringify(await serviceTokenViewOf(desk, record, act.now)) : told);
      return 0;
    });
  },
};
