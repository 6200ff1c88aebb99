import { CommandError, defineCommand } from "../command/command.ts";
import { person, withPerson } from "./with-person.ts";

export const usersBan = defineCommand({
  arguments: person,
  example: "katkey users ban mallory@example.com",
  changes: () => true,
  run: (call) =>
    withPerson(call, async ({ people, person: { id, email }, act }) => {
      if (!(await people.ban(act, id))) {
        throw new CommandError(`${email} is banned already.`, { code: "already_banned" });
      }
      const line = `${email} is banned, and their sessions have ended. API keys go on: they belong to the organizations.`;
      return { json: { id, email, banned: true }, lines: [line] };
    }),
});
