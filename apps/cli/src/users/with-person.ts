import type { People, Person } from "@katkey/identity";
import type { InstallationAct } from "@katkey/keys";
import { CommandError, type Call } from "../command.ts";
import { changePeople } from "../installation.ts";

interface Change {
  readonly people: People;
  readonly person: Person;
  readonly act: InstallationAct;
}

/** Does something to the account of the address that was typed, on record as that command. */
export async function withPerson<Value>(
  { given: email, now }: Pick<Call, "given" | "now">,
  command: string,
  change: (change: Change) => Promise<Value>,
): Promise<Value> {
  const { people, close } = changePeople();
  try {
    const person = people.findByEmail(email);
    if (person === null) throw new CommandError(`Nobody has an account with the e-mail address ${email}.`);
    const actor = { type: "shell", command: `katkey ${command}` } as const;
    return await change({ people, person, act: { actor, now, address: null, requestId: null } });
  } finally {
    close();
  }
}
