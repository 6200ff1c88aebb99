import { rotateServiceToken } from "@katkey/keys";
import { rotateServiceTokenInput } from "@katkey/server/service-token-input";
import { issuedServiceTokenViewOf } from "@katkey/server/service-token-view";
import { defineCommand } from "../command/command.ts";
import { overlapOption, overlapTyped } from "../typed/overlap.ts";
import { typedAs } from "../typed/typed-as.ts";
import { serviceToken, serviceTokenTyped, tellIssued } from "./told.ts";
import { withServiceTokens } from "./with-service-tokens.ts";

export const serviceTokensRotate = defineCommand({
  arguments: serviceToken,
  options: overlapOption,
  example: "katkey service-tokens rotate svt_0Vb3k9aQ2mT7xWcR5pLd8e --overlap 12h > gateway.token",
  changes: () => true,
  async run(call) {
    const request = typedAs(rotateServiceTokenInput, {
      id: serviceTokenTyped(call.given("token")),
      overlapSeconds: overlapTyped(call),
    });
    return withServiceTokens(call, async (desk, act) => {
      const issued = await rotateServiceToken(desk, act, request);
      const view = await issuedServiceTokenViewOf(desk, issued, act.now);
      const { name, secrets } = view.serviceToken;
      const until = request.overlapSeconds === 0 ? "is refused now" : `works until ${secrets[1]?.retiresAt}`;
      return tellIssued(view, `The service token ${name} is rotated. The old token ${until}.`);
    });
  },
});
