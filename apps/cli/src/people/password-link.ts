import { randomBytes } from "node:crypto";
import { defineCommand } from "../command/command.ts";
import { person, withPerson } from "./with-person.ts";

export const usersPasswordLink = defineCommand({
  arguments: person,
  example: "katkey users password-link ada@example.com",
  changes: () => true,
  run: (call) =>
    withPerson(call, async ({ people, person: { id, email }, act, origin }) => {
      const { token, expiresAt } = await people.makePasswordLink(act, id, randomBytes);
      const link = `${origin}/new-password#${token}`;
      const note = `Give this link to nobody but the owner of ${email}: within an hour, and once, it chooses the password of the account. Earlier ones have ended:`;
      return {
        json: { id, email, link, expiresAt: new Date(expiresAt).toISOString() },
        notes: [note],
        lines: [link],
      };
    }),
});
