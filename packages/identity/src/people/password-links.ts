import { isId, type InstallationAct, type PersonLog, type RandomBytes, type UserId } from "@katkey/keys";
import type { Connection } from "../database.ts";
import { IdentityError } from "../errors.ts";
import { type Person, findPerson, namedPerson } from "./find-people.ts";
import {
  changePasswordByLink,
  createPasswordLink,
  findPasswordLink,
  storePasswordLink,
  type PasswordLink,
} from "./password-link.ts";

/** For whoever forgot their password. Nobody mails anything: an operator makes a link, and hands it over. */
export interface PasswordLinks {
  /**
   * A link with which they choose another password, good for one hour and once. An earlier one of theirs ends.
   * @throws IdentityError `person_not_found`, `person_banned`, `own_password_link`
   * @throws KeyError `authority_lost`, `busy`, `storage_…`
   */
  makePasswordLink(act: InstallationAct, id: UserId, random: RandomBytes): Promise<PasswordLink>;
  /** Whose open link has this token. @throws IdentityError `password_link_invalid` */
  findByPasswordLink(token: string, now: number): Person;
  /**
   * Gives whose link it is the password of which `hashFor` makes the hash: with that every session and every sign-in
   * that is under way ends. Nobody is signed in by it, and two-factor stays on.
   * @throws IdentityError `password_link_invalid`, and what `hashFor` throws
   * @throws KeyError `busy`, `storage_…`
   */
  usePasswordLink(use: LinkUse, hashFor: (email: string) => Promise<string>): Promise<void>;
}

/** Who does it, nothing says but the link. */
interface LinkUse extends Omit<InstallationAct, "actor"> {
  readonly token: string;
}

export function createPasswordLinks(database: Connection, log: PersonLog): PasswordLinks {
  const holderOf: PasswordLinks["findByPasswordLink"] = (token, now) => {
    const id = findPasswordLink(database, token, now);
    const person = id !== null && isId("usr", id) ? findPerson(database, id) : null;
    if (person === null) throw linkInvalid();
    return person;
  };
  return {
    findByPasswordLink: holderOf,
    async makePasswordLink(act, id, random) {
      const person = namedPerson(database, id);
      // A stolen session alone must not change how its owner signs in.
      if (act.actor.type === "operator" && act.actor.userId === id)
        throw new IdentityError(
          "own_password_link",
          "You cannot make a password link for yourself. Another operator can.",
        );
      const link = createPasswordLink(random, act.now);
      const change = () => storePasswordLink(database, id, { ...link, now: act.now });
      const deed = { act, person, what: "password_link_made" } as const;
      if ((await log.record(deed, { done: "done", change })) === "banned")
        throw new IdentityError("person_banned", "They are banned: lift the ban first.");
      return link;
    },
    async usePasswordLink({ token, ...circumstances }, hashFor) {
      // Spares the hash to whoever has no link; the statement below decides.
      const person = holderOf(token, circumstances.now);
      const { id, email } = person;
      const passwordHash = await hashFor(email);
      const actor = { type: "person", userId: id, email } as const;
      const change = () =>
        changePasswordByLink(database, id, { token, passwordHash, now: circumstances.now });
      const deed = { act: { ...circumstances, actor }, person, what: "password_link_used" } as const;
      if (!(await log.record(deed, { done: true, change }))) throw linkInvalid();
    },
  };
}

function linkInvalid(): IdentityError {
  const message =
    "This link was used, has ended or never existed. Ask whoever runs this installation for a new one.";
  return new IdentityError("password_link_invalid", message);
}
