import { resume } from "@katkey/keys";
import { defineCommand } from "../command/command.ts";
import { changed } from "./changed.ts";
import { organization } from "./with-organizations.ts";

export const orgResume = defineCommand({
  arguments: organization,
  example: "katkey org resume org_0Vb3k9aQ2mT7xWcR5pLd8e",
  changes: () => true,
  run: (call) =>
    changed(call, {
      needsSound: true,
      change: resume,
      told: (name) => `${name} is not suspended: its keys work as before.`,
    }),
});
