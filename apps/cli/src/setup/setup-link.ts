import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { makeSetupLink } from "@katkey/server/initialize";
import { CommandError, defineCommand } from "../command/command.ts";

export const setupLink = defineCommand({
  example: "katkey setup-link",
  changes: () => true,
  async run({ now }) {
    const config = readConfig();
    if (!findDataDirectory(config.dataDirectory).used) {
      const message = `There is no installation in ${config.dataDirectory}. katkey init makes one.`;
      throw new CommandError(message, { code: "not_initialized" });
    }
    const link = makeSetupLink(config, now);
    if (link === null) {
      throw new CommandError("Somebody has an account already: sign in.", { code: "setup_done" });
    }
    return {
      json: { link },
      notes: ["Open this link within an hour to make the first account; earlier ones have ended:"],
      lines: [link],
    };
  },
});
