import { CommandError, type Command } from "../command.ts";
import { withPerson } from "./with-person.ts";

export const usersUnban: Command = {
  name: "users unban",
  takes: "<e-mail address>",
  about: "Lift somebody's ban: they sign in again as before",
  run: (call) =>
    withPerson(call, "users unban", async ({ people, person: { id, email }, act }) => {
      if (!(await people.unban(act, id))) throw new CommandError(`${email} is not banned.`);
      call.say(`The ban of ${email} is lifted. They sign in with what they signed in with before.`);
      return 0;
    }),
};
