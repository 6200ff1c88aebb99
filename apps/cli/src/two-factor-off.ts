import { auditPerson } from "@katkey/server/person-audit";
import { CommandError, type Command } from "./command.ts";
import { changePeople } from "./installation.ts";

const operator = { type: "operator", id: null, label: "katkey two-factor off" } as const;

export const twoFactorOff: Command = {
  name: "two-factor off",
  takes: "<e-mail address>",
  about: "Turn two-factor off for somebody who lost the app and the recovery codes, and end their sessions",
  async run({ say, given: email, now }) {
    const people = changePeople();
    try {
      const found = people.twoFactor.find(email);
      if (found === null) throw new CommandError(`Nobody has an account with the e-mail address ${email}.`);
      const { user, hasTwoFactor } = found;
      if (!hasTwoFactor) throw new CommandError(`Two-factor is not on for ${user.email}.`);
      // Before it is done, as what people do themselves.
      await auditPerson(people, "member.two_factor_turned_off", {
        user,
        address: null,
        at: now,
        by: operator,
      });
      people.twoFactor.turnOff(user.id);
      say(
        `Two-factor is off for ${user.email}, and their sessions have ended. They sign in with their password.`,
      );
      return 0;
    } finally {
      people.close();
    }
  },
};
