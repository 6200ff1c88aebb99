import type { MemberActor, Scope } from "@katkey/keys";
import type { TestOrganization } from "./people.ts";
import type { TestServer } from "./server.ts";

interface AppTokenOptions {
  readonly by?: MemberActor["role"];
  readonly scopes?: readonly Scope[];
  readonly name?: string;
  readonly expiresAt?: number;
}

const everything: readonly Scope[] = [
  "products:read",
  "products:write",
  "usage:read",
  "billing:read",
  "keys:read",
];

/** A partner app's access token to the organization's data, granted by its owner, in full, unless told otherwise. */
export function anAppToken(
  { appTokens, clock }: TestServer,
  { id: organizationId, members }: TestOrganization,
  { by = "owner", scopes = everything, ...options }: AppTokenOptions = {},
) {
  const { memberId } = members[by];
  return appTokens.add({ organizationId, memberId, scopes, now: clock.now(), ...options });
}
