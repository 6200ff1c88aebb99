import type { AuditAction, AuditEntry } from "./api-types.ts";
import { wordsOf } from "./i18n.ts";

const t = wordsOf("audit");

type PersonAction = Extract<AuditAction, `person.${string}`> | "member.banned" | "member.unbanned";

interface Teller {
  readonly did: (entry: AuditEntry) => string;
}

const banned: Teller = { did: ({ object: { label } }) => t("banned", { label }) };
const unbanned: Teller = { did: ({ object: { label } }) => t("unbanned", { label }) };

const turnedOff: Teller = { did: ({ object: { label } }) => t("twoFactorTurnedOffOf", { label }) };

/** What operators do to somebody's account: the same in the installation's log and in their organizations'. */
export const personTellers: Readonly<Record<PersonAction, Teller>> = {
  "member.banned": banned,
  "member.unbanned": unbanned,
  "person.banned": banned,
  "person.unbanned": unbanned,
  "person.two_factor_turned_off": turnedOff,
};
