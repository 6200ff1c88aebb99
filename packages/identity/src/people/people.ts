import type { InstallationAct, PersonLog, UserId } from "@katkey/keys";
import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { IdentityError } from "../errors.ts";
import { banUser, unbanUser } from "./ban-user.ts";
import { type UserLabel, usersOf } from "./user.ts";
import { turnTwoFactorOff } from "../two-factor/turn-two-factor-off.ts";
import { createPasswordLinks, type PasswordLinks } from "./password-links.ts";
import { type Person, type PersonQuery, findPersonByEmail, listPeople, namedPerson } from "./find-people.ts";

export type { Person } from "./find-people.ts";

/** The accounts of an installation, for its operators. */
export interface People extends PasswordLinks {
  findByEmail(email: string): Person | null;
  /** What they are called. Ids that name nobody are left out. */
  labelsOf(ids: readonly UserId[]): ReadonlyMap<UserId, UserLabel>;
  /** In the order of their addresses. */
  list(query: PersonQuery): { readonly items: readonly Person[]; readonly nextCursor: string | null };
  /**
   * Ends every session and every sign-in that is under way, and makes no further one: when it resolves, no process of
   * the installation takes them for anybody. `false`, and nothing on record: they were banned already.
   * @throws IdentityError `person_not_found`, `own_ban`, `last_operator`
   * @throws KeyError `authority_lost`, `busy`
   */
  ban(act: InstallationAct, id: UserId): Promise<boolean>;
  /**
   * They sign in again with what they signed in with before. `false`, and nothing on record: they were not banned.
   * @throws IdentityError `person_not_found`
   * @throws KeyError `authority_lost`, `busy`
   */
  unban(act: InstallationAct, id: UserId): Promise<boolean>;
  /**
   * For somebody who lost their second factor: from then on their password alone signs in, and every session has ended.
   * `false`, and nothing on record: it was not on.
   * @throws IdentityError `person_not_found`
   * @throws KeyError `authority_lost`, `busy`
   */
  turnTwoFactorOff(act: InstallationAct, id: UserId): Promise<boolean>;
}

/** `log` is on the same connection. */
export function createPeople(connection: Database, log: PersonLog): People {
  const database = drizzle(connection);
  const named = (id: UserId) => namedPerson(database, id);
  return {
    findByEmail: (email) => findPersonByEmail(database, email),
    labelsOf: (ids) => usersOf(database, ids),
    list: (query) => listPeople(database, query),
    async ban(act, id) {
      const person = named(id);
      if (act.actor.type === "operator" && act.actor.userId === id)
        throw new IdentityError("own_ban", "You cannot ban yourself.");
      const change = () => banUser(database, id, act.now);
      const outcome = await log.record({ act, person, what: "banned" }, { done: "done", change });
      if (outcome === "last_operator")
        throw new IdentityError("last_operator", "They are the last operator of this installation.");
      return outcome === "done";
    },
    unban: async (act, id) =>
      log.record(
        { act, person: named(id), what: "unbanned" },
        { done: true, change: () => unbanUser(database, id) },
      ),
    turnTwoFactorOff: async (act, id) =>
      log.record(
        { act, person: named(id), what: "two_factor_turned_off" },
        { done: true, change: () => turnTwoFactorOff(database, id) },
      ),
    ...createPasswordLinks(database, log),
  };
}
