import { readConfig } from "@katkey/server/config";
import { initialize } from "@katkey/server/initialize";
import { lineInput } from "@katkey/server/text-input";
import { CommandError, defineCommand } from "../command/command.ts";
import { typedAs } from "../typed/typed-as.ts";

export const init = defineCommand({
  options: {
    organization: {
      takes: "<name>",
      about: "Make the first organization, too; KATKEY_ADMIN_EMAIL owns it",
    },
  },
  example: 'KATKEY_ADMIN_EMAIL=ada@example.com KATKEY_ADMIN_PASSWORD=… katkey init --organization "Acme"',
  async run(call) {
    const config = readConfig();
    const typed = call.value("organization");
    if (typed !== undefined && config.operator === null) {
      const message = "An organization needs an owner: set KATKEY_ADMIN_EMAIL and KATKEY_ADMIN_PASSWORD.";
      throw new CommandError(message, { code: "usage" });
    }
    const name = typed === undefined ? {} : { organization: typedAs(lineInput(80), typed, "organization") };
    const { administrator, organization } = await initialize(config, { ...name, now: call.now });
    const { dataDirectory } = config;
    const first =
      administrator === null
        ? "Nobody has an account yet. Start Katkey: it prints the link with which the first is made, as katkey setup-link does."
        : `Sign in as ${administrator.email}, with the password from KATKEY_ADMIN_PASSWORD.`;
    return {
      json: {
        dataDirectory,
        administrator: administrator && { email: administrator.email },
        organization: organization && { id: organization.id, name: organization.name },
      },
      lines: [
        `An installation is made in ${dataDirectory}.`,
        ...(organization === null ? [] : [`The organization ${organization.name} is ${organization.id}.`]),
        first,
      ],
    };
  },
});
