import {
  acceptInvitation,
  changeKeyRules,
  changeRole,
  createOrganization,
  invite,
  removeMember,
  renameOrganization,
  withdrawInvitation,
} from "@katkey/keys";
import type { Cast } from "./cast.ts";
import type { Installation } from "./installation.ts";
import type { Joining, Leaving, OrganizationEvent, OrganizationStory } from "./organization-story.ts";
import { people } from "./people.ts";
import { actOf, called, type Stage } from "./stage.ts";
import type { Timeline } from "./timeline.ts";

interface Founding {
  readonly installation: Installation;
  readonly timeline: Timeline;
  readonly cast: Cast;
  readonly story: OrganizationStory;
}

/** Makes the organization; everything that becomes of it and its people is told to the timeline. */
export async function found({ installation, timeline, cast, story }: Founding, now: number): Promise<Stage> {
  const { id: userId, email } = await cast(story.owner, now);
  const { organization, member } = await createOrganization(installation.desk, {
    name: story.name,
    plan: story.plan,
    owner: { userId, email },
    now,
    address: story.office,
    requestId: installation.newRequestId(),
  });
  const { id: memberId, role } = member;
  const stage: Stage = {
    installation,
    timeline,
    story,
    organizationId: organization.id,
    actors: new Map([[story.owner, { type: "member", userId, email, memberId, role }]]),
    keys: new Map(),
  };
  for (const event of story.events) {
    const begins = "joins" in event ? event.invited : event.at;
    timeline.at(begins(timeline.now), (at) => play(stage, { cast, event, at }));
  }
  return stage;
}

interface Played<Event = OrganizationEvent> {
  readonly cast: Cast;
  readonly event: Event;
  readonly at: number;
}

async function play(stage: Stage, { cast, event, at }: Played): Promise<void> {
  const { desk } = stage.installation;
  const act = actOf(stage, event.by, at);
  if ("joins" in event) await join(stage, { cast, event, at });
  if ("removes" in event) await leave(stage, event, at);
  if ("rename" in event) await renameOrganization(desk, act, { name: event.rename });
  if ("rules" in event) await changeKeyRules(desk, act, event.rules);
  if ("changeRole" in event) {
    const actor = called(stage.actors, event.changeRole);
    const { memberId, email: label } = actor;
    await changeRole(desk, act, { memberId, label, role: event.to });
    stage.actors.set(event.changeRole, { ...actor, role: event.to });
  }
  if ("invites" in event) {
    const { invitation } = await invite(desk, act, { email: event.invites, role: event.role });
    const withdraw = (at: number) => withdrawInvitation(desk, actOf(stage, event.by, at), invitation.id);
    if (event.withdrawn) stage.timeline.at(event.withdrawn(stage.timeline.now), withdraw);
  }
}

async function join(stage: Stage, { cast, event, at }: Played<Joining>): Promise<void> {
  const { desk, newRequestId } = stage.installation;
  const { joins: name, role, by } = event;
  const { token } = await invite(desk, actOf(stage, by, at), { email: people[name].email, role });
  stage.timeline.at(event.at(stage.timeline.now), async (now) => {
    const user = await cast(name, now);
    const request = { token, user, now, address: stage.story.office, requestId: newRequestId() };
    const { member } = await acceptInvitation(desk, request);
    const { id: userId, email } = user;
    stage.actors.set(name, { type: "member", userId, email, memberId: member.id, role });
  });
}

async function leave(stage: Stage, { removes, handOver, by }: Leaving, at: number): Promise<void> {
  const { memberId, email: label } = called(stage.actors, removes);
  const { desk } = stage.installation;
  const theirs = await desk.store.listKeys(stage.organizationId, {
    responsibleMemberId: memberId,
    limit: 100,
    now: at,
  });
  const settlements = theirs.items
    .filter(({ revocation }) => revocation === null)
    .map(({ id: keyId, name }) => {
      const to = handOver[name];
      return to === undefined
        ? ({ keyId, action: "revoke" } as const)
        : ({ keyId, action: "hand_over", to: called(stage.actors, to).memberId } as const);
    });
  await removeMember(desk, actOf(stage, by, at), { memberId, label, settlements });
  for (const run of stage.keys.values()) {
    const revoked = settlements.some(({ keyId, action }) => keyId === run.key.id && action === "revoke");
    if (revoked) run.endsAt = Math.min(run.endsAt, at);
  }
  stage.actors.delete(removes);
}
