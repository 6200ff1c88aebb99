import type { People, Person } from "@katkey/identity/people";
import type { InstallationAct } from "@katkey/keys";
import { CommandError, type Call } from "../command/command.ts";
import { changePeople } from "../installation.ts";

/** Whose account it is. */
export const person = {
  person: { takes: "<e-mail address>", about: "Of the account, in any letter case" },
} as const;

interface Change {
  readonly people: People;
  readonly person: Person;
  readonly act: InstallationAct;
  /** Where the browser of the person finds the installation. */
  readonly origin: string;
}

/** Does something to the account of the address that was typed, on record as that command. */
export async function withPerson<Value>(
  { given, actor, now }: Pick<Call<"person">, "given" | "actor" | "now">,
  change: (change: Change) => Promise<Value>,
): Promise<Value> {
  const email = given("person");
  const { people, origin, close } = changePeople();
  try {
    const found = people.findByEmail(email);
    if (found === null) {
      const message = `Nobody has an account with the e-mail address ${email}.`;
      throw new CommandError(message, { code: "person_not_found" });
    }
    const act = { actor, now, address: null, requestId: null };
    return await change({ people, person: found, act, origin });
  } finally {
    close();
  }
}
