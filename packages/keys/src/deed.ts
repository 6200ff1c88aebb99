import {
  auditActorOf,
  standingOf,
  type Act,
  type KeyChanger,
  type OperatorActor,
  type PersonalAct,
  type Standing,
} from "./actor.ts";
import { installation, type AuditEvent, type Json } from "./audit/audit.ts";
import type { Claim } from "./claim.ts";
import type { Terms } from "./organizations/organization.ts";

/**
 * A change as it goes on record. The store writes the entries in the change's own
 * transaction, after it has seen there that the standing still holds: a request
 * that was admitted a moment ago may come from a key that is revoked by now.
 */
export interface Deed {
  /** `null`: nobody's right is needed, as for what Katkey itself notes, and what is done at its shell. */
  readonly standing: Standing | null;
  readonly events: readonly [AuditEvent, ...AuditEvent[]];
  /** What the organization allowed when this was decided, where that matters: it must allow it still. */
  readonly terms?: Terms;
  /** Held by the object of the first entry from then on; while it is, the same claim changes nothing. */
  readonly claim?: Claim;
}

type Circumstances = Pick<AuditEvent, "organizationId" | "actor" | "address" | "requestId"> & {
  readonly now: number;
};

/** What is told of a change. */
export type Told = Pick<AuditEvent, "action" | "object"> & { readonly before?: Json; readonly after?: Json };

/** An entry: who, when and from where, and what is told of it. */
export function eventOf(circumstances: Circumstances, told: Told): AuditEvent {
  const { organizationId, actor, address, requestId, now: at } = circumstances;
  const { action, object, before = null, after = null } = told;
  return { organizationId, at, actor, action, object, address, requestId, before, after };
}

/** The deed of an actor, with one entry or several. */
export function deedOf(act: Act<KeyChanger | OperatorActor>, first: Told, ...others: readonly Told[]): Deed {
  const circumstances = { ...act, actor: auditActorOf(act.actor) };
  const tell = (told: Told) => eventOf(circumstances, told);
  const events = [tell(first), ...others.map(tell)] as const;
  return { standing: standingOf(act.actor), events, ...(act.claim && { claim: act.claim }) };
}

/** What is done to the installation itself, on record in its own log. */
export function installationDeedOf(act: PersonalAct, told: Told): Deed {
  const circumstances = { ...act, organizationId: installation, actor: auditActorOf(act.actor) } as const;
  return { standing: standingOf(act.actor), events: [eventOf(circumstances, told)] };
}

/** How the entries name a key. */
export function keyObject({ id, name }: { readonly id: string; readonly name: string }) {
  return { type: "key", id, label: name } as const;
}
