import type { PersonalAct } from "../actor.ts";
import type { UserId } from "../id.ts";

/** What an operator does to somebody's account, or they do themselves with a link of the operator's. */
export interface PersonalDeed {
  readonly act: PersonalAct;
  readonly person: { readonly id: UserId; readonly email: string };
  readonly what:
    | "banned"
    | "unbanned"
    | "two_factor_turned_off"
    | "password_link_made"
    | "password_link_used";
}

/** Where it goes on record: in the installation's log, and in that of every organization they are a member of. */
export interface PersonLog {
  /**
   * Makes a change of an account, on the same connection, and writes its entries in one transaction: all, or, when the
   * change does not come out as `done`, none.
   * @throws KeyError `authority_lost`, `busy`
   */
  record<Outcome>(
    deed: PersonalDeed,
    account: { readonly done: Outcome; readonly change: () => Outcome },
  ): Promise<Outcome>;
}
