import { rotateServiceToken } from "@katkey/keys";
import { rotateServiceTokenInput } from "@katkey/server/service-token-input";
import { issuedServiceTokenViewOf } from "@katkey/server/service-token-view";
import type { Command } from "../command.ts";
import { json, tellIssued } from "./told.ts";
import { typedAs, withServiceTokens } from "./with-service-tokens.ts";

const dayInSeconds = 24 * 60 * 60;

export const serviceTokensRotate: Command = {
  name: "service-tokens rotate",
  takes: "<id>",
  about: "Give a service token a new secret; the old one works on for a day, or as long as is said",
  options: {
    overlap: { takes: "<seconds>", about: "How long the old one works on: 0, as a leak demands, to 2592000" },
    json,
  },
  async run(call) {
    const overlap = call.options.get("overlap")?.at(-1);
    const request = typedAs(rotateServiceTokenInput, {
      id: call.given,
      overlapSeconds: overlap === undefined ? dayInSeconds : Number(overlap || Number.NaN),
    });
    return withServiceTokens(call, "service-tokens rotate", async (desk, act) => {
      const issued = await rotateServiceToken(desk, act, request);
      const view = await issuedServiceTokenViewOf(desk, issued, act.now);
      const { name, secrets } = view.serviceToken;
      const until = request.overlapSeconds === 0 ? "is refused now" : `works until ${secrets[1]?.retiresAt}`;
      return tellIssued(call, view, `The service token ${name} is rotated. The old token ${until}.`);
    });
  },
};
