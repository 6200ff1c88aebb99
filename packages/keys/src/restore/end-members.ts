import { installation, type AuditEntry, type AuditEvent } from "../audit/audit.ts";
import { keyObject } from "../deed.ts";
import { isId, type KeyId } from "../id.ts";
import { statusOf, type ApiKey } from "../keys/api-key.ts";
import type { Member } from "../organizations/member.ts";
import { canAnswerForKeys, roles, type Role } from "../organizations/role.ts";
import type { Settlement } from "../organizations/tenancy-store.ts";
import {
  already,
  byHand,
  deedAgain,
  doneIf,
  textIn,
  unknown,
  type Ended,
  type Enders,
  type Ending,
} from "./ending.ts";

/** What ended with a member: their place, a part of their rights, what they sign in with. */
export const memberEnders = {
  "member.removed": removeAgain,
  "member.role_changed": lowerAgain,
  async "member.banned"(ending) {
    const member = await memberOf(ending);
    if (member === null) return unknown;
    return ending.desk.people.isBanned(member.userId) ? already : byHand(notOurs);
  },
  async "person.banned"(ending) {
    const { organizationId, object } = ending.entry;
    return organizationId === installation && isId("usr", object.id) ? banAgain(ending, object.id) : unknown;
  },
  "member.password_changed": (ending) => signInChanged(ending, "their password of before works again"),
  async "member.password_link_used"(ending) {
    return (await memberOf(ending)) === null ? unknown : byHand(forgottenAgain);
  },
  "person.password_link_used": async ({ entry: { organizationId } }) =>
    organizationId === installation ? byHand(forgottenAgain) : unknown,
  "member.passkey_removed": (ending) => signInChanged(ending, "a passkey that they removed works again"),
  "member.two_factor_turned_on": (ending) => signInChanged(ending, "two-factor is off for them"),
  "invitation.withdrawn": closeAgain,
  // Its link worked once, and would work again.
  "invitation.accepted": closeAgain,
} as const satisfies Enders;

const forgottenAgain =
  "The password that they forgot is theirs again, and the one that they chose is not: make them another password link.";

/** Whoever is given an organization's log can make up what goes on from it, and would ban somebody everywhere. */
const notOurs =
  "A ban is in the installation's log, and only that log is believed: give an export of it too, or ban them again.";

/** `null` also for somebody who is none any more: whoever has left in the backup needs no further end. */
async function memberOf({ desk, entry: { organizationId, object } }: Ending): Promise<Member | null> {
  if (organizationId === installation || !isId("mem", object.id)) return null;
  return desk.tenancy.findMember(organizationId, object.id);
}

async function banAgain({ desk, now, command }: Ending, userId: Member["userId"]): Promise<Ended> {
  const outcome = await desk.people.ban(userId, { now, command });
  return outcome === "by_hand"
    ? byHand("They cannot be banned: nobody else would be an operator.")
    : { outcome };
}

async function signInChanged(ending: Ending, what: string): Promise<Ended> {
  const member = await memberOf(ending);
  return member === null ? unknown : byHand(`Ask them to look at how they sign in: ${what}.`);
}

async function lowerAgain(ending: Ending): Promise<Ended> {
  const { desk, entry } = ending;
  const member = await memberOf(ending);
  if (member === null) return unknown;
  const to = roles.find((role) => role === textIn(entry.after, "role"));
  if (to === undefined || isAtMost(member.role, to)) return already;
  const { organizationId, id: memberId, role: from } = member;
  const outcome = await desk.tenancy.changeRole({ organizationId, memberId, from, to }, deedAgain(ending));
  return outcome === "done" ? doneIf(true) : byHand(`They are still ${from}: nobody else would be an owner.`);
}

function isAtMost(role: Role, other: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(other);
}

async function removeAgain(ending: Ending): Promise<Ended> {
  const { desk, now } = ending;
  const member = await memberOf(ending);
  if (member === null) return unknown;
  const { organizationId, id: memberId, role } = member;
  const settled = await settledIn(ending, member);
  const settlements = settled.map(({ settlement }) => settlement);
  const leaving = { organizationId, memberId, role, settlements, now };
  const deed = deedAgain(ending);
  const [removed] = deed.events;
  const events = [removed, ...settled.map(({ told }) => ({ ...removed, ...told }))] as const;
  const outcome = await desk.tenancy.removeMember(leaving, { ...deed, events });
  if (outcome === "done") return doneIf(true);
  return byHand("They are still a member: nobody else would be an owner, or could answer for their keys.");
}

interface Settled {
  readonly settlement: Settlement;
  readonly told: Pick<AuditEvent, "action" | "object" | "before" | "after">;
}

/** Each key that they answer for in the backup goes to whom it went then, or else to who can answer for it. */
async function settledIn({ desk, log, now }: Ending, leaving: Member): Promise<readonly Settled[]> {
  const { organizationId, id } = leaving;
  const heirs = (await desk.tenancy.listMembers(organizationId)).filter(
    (member) => member.id !== id && canAnswerForKeys(member.role),
  );
  const strongest = heirs.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))[0];
  const settled: Settled[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { responsibleMemberId: id, limit: 100, now, ...(cursor !== undefined && { cursor }) };
    const page = await desk.store.listKeys(organizationId, query);
    for (const key of page.items.filter(({ revocation }) => revocation === null)) {
      const heir = heirs.find((one) => one.id === heirOf(log, key.id)) ?? strongest;
      settled.push(settle(key, isRevokedIn(log, key.id) ? undefined : heir, now));
    }
    cursor = page.nextCursor;
  }
  return settled;
}

function settle(key: ApiKey, heir: Member | undefined, now: number): Settled {
  const { id: keyId } = key;
  const object = keyObject(key);
  return heir === undefined
    ? {
        settlement: { keyId, action: "revoke" },
        told: {
          action: "key.revoked",
          object,
          before: { status: statusOf(key, now) },
          after: { status: "revoked", reason: "member_left", text: null },
        },
      }
    : {
        settlement: { keyId, action: "hand_over", to: heir.id },
        told: {
          action: "key.handed_over",
          object,
          before: { responsibleMemberId: key.responsible.memberId },
          after: { responsibleMemberId: heir.id },
        },
      };
}

const isAbout = (keyId: KeyId, action: AuditEntry["action"]) => (entry: AuditEntry) =>
  entry.action === action && entry.object.id === keyId;

function heirOf(log: readonly AuditEntry[], keyId: KeyId): string | null {
  const entry = log.findLast(isAbout(keyId, "key.handed_over"));
  return entry === undefined ? null : textIn(entry.after, "responsibleMemberId");
}

function isRevokedIn(log: readonly AuditEntry[], keyId: KeyId): boolean {
  return log.some(isAbout(keyId, "key.revoked"));
}

async function closeAgain(ending: Ending): Promise<Ended> {
  const { desk, entry, now } = ending;
  const { organizationId, object } = entry;
  if (organizationId === installation) return unknown;
  const open = await desk.tenancy.listInvitations(organizationId, now);
  const invitation = open.find(({ id }) => id === object.id);
  if (invitation === undefined) return unknown;
  const change = { organizationId, invitationId: invitation.id, now };
  const deed = deedAgain({ ...ending, entry: { ...entry, action: "invitation.withdrawn" } });
  return doneIf(await desk.tenancy.withdrawInvitation(change, deed));
}
