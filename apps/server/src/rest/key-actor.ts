import type { KeyActor, Principal } from "@katkey/keys";

/** A key as the one who changes keys. */
export function keyActorOf({ key, scopes, responsible: { memberId, role } }: Principal): KeyActor {
  return {
    type: "key",
    keyId: key.id,
    name: key.name,
    environment: key.environment,
    memberId,
    // A member who has left: the key has no scope then, and may still revoke itself.
    role: role ?? "viewer",
    scopes,
  };
}
