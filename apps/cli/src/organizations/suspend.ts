import { suspend } from "@katkey/keys";
import { suspensionInput } from "@katkey/server/instance-input";
import { defineCommand } from "../command/command.ts";
import { typedAs } from "../typed/typed-as.ts";
import { changed } from "./changed.ts";
import { organization } from "./with-organizations.ts";

export const orgSuspend = defineCommand({
  arguments: organization,
  options: {
    reason: { takes: "<text>", about: "What its members read; once more, it is changed", required: true },
  },
  example: 'katkey org suspend org_0Vb3k9aQ2mT7xWcR5pLd8e --reason "Unpaid since May"',
  changes: () => true,
  async run(call) {
    const { reason } = typedAs(suspensionInput, { reason: call.value("reason") });
    return changed(call, {
      change: (desk, act) => suspend(desk, act, reason),
      told: (name) => `${name} is suspended: every request of its keys is refused from now on.`,
    });
  },
});
