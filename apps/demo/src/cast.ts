import type { Installation } from "./installation.ts";
import { operator, password, people, type PersonName } from "./people.ts";

type User = Awaited<ReturnType<Installation["identity"]["createUser"]>>;

/** The account of somebody; whoever has none yet gets one. */
export type Cast = (name: PersonName, at: number) => Promise<User>;

export function createCast({ identity, clock }: Installation): Cast {
  const users = new Map<PersonName, User>();
  return async (name, at) => {
    const known = users.get(name);
    if (known !== undefined) return known;
    clock.now = at;
    const user = await identity.createUser({ ...people[name], password, operator: name === operator });
    users.set(name, user);
    return user;
  };
}
