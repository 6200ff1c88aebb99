import { type Act, type ApiKey, type KeyActor, type MemberActor, type OrganizationId } from "@katkey/keys";
import type { Installation } from "./installation.ts";
import type { KeyStory } from "./key-story.ts";
import type { OrganizationStory } from "./organization-story.ts";
import type { PersonName } from "./people.ts";
import type { Timeline } from "./timeline.ts";

/** One token of a key, and who uses it when. */
export interface SecretRun {
  readonly publicKeyId: string;
  readonly token: string;
  /** From when on the integration uses it, and for how much of what it does, 0 to 1. */
  readonly followed: number;
  readonly share: number;
  /** `null` while it is the current one. */
  replacedAt: number | null;
  /** From then on it is refused. */
  endsAt: number;
}

/** A key as far as its story was played. */
export interface KeyRun {
  readonly story: KeyStory;
  /** As it was issued. */
  readonly key: ApiKey;
  /** Oldest first. */
  readonly secrets: SecretRun[];
  /** By time or by a person. */
  endsAt: number;
}

/** An organization as far as its story was played. */
export interface Stage {
  readonly installation: Installation;
  readonly timeline: Timeline;
  readonly story: OrganizationStory;
  readonly organizationId: OrganizationId;
  readonly actors: Map<PersonName, MemberActor>;
  readonly keys: Map<string, KeyRun>;
}

/** What a name stands for; a mistake in the story when it stands for nothing. */
export function called<Name extends string, Value>(values: ReadonlyMap<Name, Value>, name: Name): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The story knows no ${name} at this time.`);
  return value;
}

/** Somebody at work in their organization. */
export function actOf(stage: Stage, who: PersonName, now: number): Act<MemberActor> {
  const { organizationId, installation, actors, story } = stage;
  const requestId = installation.newRequestId();
  return { organizationId, actor: called(actors, who), now, address: story.office, requestId };
}

/** One of the organization's keys at work over REST. */
export function keyActOf(stage: Stage, name: string, now: number): Act<KeyActor> {
  const { key, secrets, story } = called(stage.keys, name);
  const { id, environment, expiresAt, addresses, responsible } = key;
  const role = responsible.role ?? "viewer";
  const actor: KeyActor = {
    type: "key",
    keyId: id,
    name,
    environment,
    expiresAt,
    addresses,
    role,
    memberId: responsible.memberId,
    publicKeyId: secrets.at(-1)?.publicKeyId ?? "",
    scopes: stage.installation.desk.scopes.effective(key.scopes, role),
  };
  const address = story.traffic?.clients[0].address ?? null;
  return {
    organizationId: key.organizationId,
    actor,
    now,
    address,
    requestId: stage.installation.newRequestId(),
  };
}
