import { changePlan, plans } from "@katkey/keys";
import { CommandError, defineCommand } from "../command/command.ts";
import { changed } from "./changed.ts";
import { organization } from "./with-organizations.ts";

export const orgPlan = defineCommand({
  arguments: { ...organization, plan: { takes: "<plan>", about: plans.join(" or ") } },
  example: "katkey org plan org_0Vb3k9aQ2mT7xWcR5pLd8e enterprise",
  changes: () => true,
  async run(call) {
    const plan = plans.find((one) => one === call.given("plan"));
    if (plan === undefined) {
      throw new CommandError(`The plan must be one of ${plans.join(", ")}.`, { code: "usage" });
    }
    return changed(call, {
      needsSound: true,
      change: (desk, act) => changePlan(desk, act, plan),
      told: (name) => `${name} is on the ${plan} plan.`,
    });
  },
});
