import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("audit");

type PersonAction =
  | Extract<AuditAction, `person.${string}` | `member.password_link_${string}`>
  | "member.banned"
  | "member.unbanned";

interface Teller {
  readonly did: (entry: AuditEntry) => string;
}

const banned: Teller = { did: ({ object: { label } }) => t("banned", { label }) };
const unbanned: Teller = { did: ({ object: { label } }) => t("unbanned", { label }) };

const linkMade: Teller = { did: ({ object: { label } }) => t("passwordLinkMade", { label }) };
const linkUsed: Teller = { did: () => t("passwordLinkUsed") };

const turnedOff: Teller = { did: ({ object: { label } }) => t("twoFactorTurnedOffOf", { label }) };

/** What operators do to somebody's account, and they with the operator's link: the same in the installation's log and in their organizations'. */
export const personTellers: Readonly<Record<PersonAction, Teller>> = {
  "member.banned": banned,
  "member.unbanned": unbanned,
  "person.banned": banned,
  "person.unbanned": unbanned,
  "member.password_link_made": linkMade,
  "member.password_link_used": linkUsed,
  "person.password_link_made": linkMade,
  "person.password_link_used": linkUsed,
  "person.two_factor_turned_off": turnedOff,
};
