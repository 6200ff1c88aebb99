import type { KeyActor, Principal } from "@katkey/keys";

/** A key as the one who changes keys. */
export function keyActorOf({
  key,
  publicKeyId,
  scopes,
  responsible: { memberId, role },
}: Principal): KeyActor {
  return {
    type: "key",
    keyId: key.id,
    publicKeyId,
    name: key.name,
    environment: key.environment,
    expiresAt: key.expiresAt,
    addresses: key.addresses,
    memberId,
    // A member who has left: the key has no scope then, and may still revoke itself.
    role: role ?? "viewer",
    scopes,
  };
}
