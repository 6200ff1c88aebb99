import { CommandError, type Command } from "../command.ts";
import { withPerson } from "./with-person.ts";

export const usersBan: Command = {
  name: "users ban",
  takes: "<e-mail address>",
  about: "End somebody's sessions and let them sign in no more; API keys of their organizations go on",
  run: (call) =>
    withPerson(call, "users ban", async ({ people, person: { id, email }, act }) => {
      if (!(await people.ban(act, id))) throw new CommandError(`${email} is banned already.`);
      call.say(
        `${email} is banned, and their sessions have ended. API keys go on: they belong to the organizations.`,
      );
      return 0;
    }),
};
