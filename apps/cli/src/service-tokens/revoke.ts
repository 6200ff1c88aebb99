import { endServiceTokenOverlap, revokeServiceToken } from "@katkey/keys";
import { serviceTokenInput } from "@katkey/server/service-token-input";
import { serviceTokenViewOf } from "@katkey/server/service-token-view";
import { defineCommand } from "../command/command.ts";
import { typedAs } from "../typed/typed-as.ts";
import { serviceToken, serviceTokenTyped } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensRevoke = defineCommand({
  arguments: serviceToken,
  options: { retiring: { about: "Only the old token of a rotation; the current one works on" } },
  example: "katkey service-tokens revoke svt_0Vb3k9aQ2mT7xWcR5pLd8e",
  changes: () => true,
  async run(call) {
    const { id } = typedAs(serviceTokenInput, { id: serviceTokenTyped(call.given("token")) });
    const retiring = call.has("retiring");
    const verb = retiring ? endServiceTokenOverlap : revokeServiceToken;
    return withServiceTokens(call, async (desk, act) => {
      const record = await verb(desk, act, id);
      const told = retiring
        ? `The old token of ${record.name} is refused now.`
        : `${record.name} is revoked.`;
      return { json: await serviceTokenViewOf(desk, record, act.now), lines: [told] };
    });
  },
});
