import { auditPerson } from "@katkey/server/person-audit";
import { CommandError, defineCommand } from "../command/command.ts";
import { changePeople } from "../installation.ts";
import { nobody, person } from "./with-person.ts";

export const twoFactorOff = defineCommand({
  arguments: person,
  example: "katkey two-factor off ada@example.com",
  async run({ given, now, actor }) {
    const people = changePeople();
    try {
      const found = people.twoFactor.find(given("person"));
      if (found === null) throw nobody(given("person"));
      const { user, hasTwoFactor } = found;
      const { id, email } = user;
      if (!hasTwoFactor) {
        throw new CommandError(`Two-factor is not on for ${email}.`, { code: "two_factor_not_on" });
      }
      // Before it is done, as what people do themselves.
      await auditPerson(people, "member.two_factor_turned_off", {
        user,
        address: null,
        at: now,
        by: { type: "operator", id: null, label: actor.command },
      });
      people.twoFactor.turnOff(id);
      const line = `Two-factor is off for ${email}, and their sessions have ended. They sign in with their password.`;
      return { json: { id, email, twoFactor: false }, lines: [line] };
    } finally {
      people.close();
    }
  },
});
