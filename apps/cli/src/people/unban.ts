import { CommandError, defineCommand } from "../command/command.ts";
import { person, withPerson } from "./with-person.ts";

export const usersUnban = defineCommand({
  arguments: person,
  example: "katkey users unban mallory@example.com",
  changes: () => true,
  run: (call) =>
    withPerson(call, async ({ people, person: { id, email }, act }) => {
      if (!(await people.unban(act, id))) {
        throw new CommandError(`${email} is not banned.`, { code: "not_banned" });
      }
      const line = `The ban of ${email} is lifted. They sign in with what they signed in with before.`;
      return { json: { id, email, banned: false }, lines: [line] };
    }),
});
