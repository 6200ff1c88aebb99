import type { AppActor, AppPrincipal, KeyActor, KeyPrincipal, Principal } from "@katkey/keys";

/** A key as the one who changes keys, or an app as the one who reads. */
export function actorOf(principal: Principal): KeyActor | AppActor {
  return principal.type === "key" ? keyActorOf(principal) : appActorOf(principal);
}

function keyActorOf({ id, key, environment, publicKeyId, scopes, responsible }: KeyPrincipal): KeyActor {
  return {
    type: "key",
    keyId: id,
    publicKeyId,
    name: key.name,
    environment,
    expiresAt: key.expiresAt,
    addresses: key.addresses,
    memberId: responsible.memberId,
    // A member who has left: the key has no scope then, and may still revoke itself.
    role: responsible.role ?? "viewer",
    scopes,
  };
}

function appActorOf({ id, app, environment, scopes, responsible }: AppPrincipal): AppActor {
  return {
    type: "app",
    grantId: id,
    appId: app.id,
    name: app.name,
    environment,
    memberId: responsible.memberId,
    // A member who has left takes their grants along: nobody comes here then.
    role: responsible.role ?? "viewer",
    scopes,
  };
}
