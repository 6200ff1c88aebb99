import { CommandError, defineCommand } from "../command/command.ts";
import { person, withPerson } from "./with-person.ts";

export const twoFactorOff = defineCommand({
  arguments: person,
  example: "katkey two-factor off ada@example.com",
  changes: () => true,
  run: (call) =>
    withPerson(call, async ({ people, person: { id, email }, act }) => {
      if (!(await people.turnTwoFactorOff(act, id))) {
        throw new CommandError(`Two-factor is not on for ${email}.`, { code: "two_factor_not_on" });
      }
      const line = `Two-factor is off for ${email}, and their sessions have ended. They sign in with their password.`;
      return { json: { id, email, twoFactor: false }, lines: [line] };
    }),
});
