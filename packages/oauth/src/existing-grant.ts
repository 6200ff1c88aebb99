import { isId } from "@katkey/keys";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { Grant } from "./library.ts";
import type { OAuthSettings } from "./settings.ts";

/**
 * The grant that an authorization request is answered by: the one that was just given, or the one that this user gave
 * before for the organization that the request names. Without a name somebody always chooses.
 */
export async function existingGrantOf(
  { desk }: Pick<OAuthSettings, "desk">,
  ctx: KoaContextWithOIDC,
): Promise<Grant | undefined> {
  const { oidc } = ctx;
  const given = oidc.result?.consent?.grantId;
  if (given === undefined) return grantOf(oidc, await grantIdFor(desk, oidc));
  const grant = await grantOf(oidc, given);
  // What was asked for and not given is settled too: otherwise it would be asked for without end.
  for (const resource of Object.keys(oidc.resourceServers ?? {})) {
    const granted = grant?.getResourceScope(resource).split(" ") ?? [];
    const refused = [...oidc.requestParamScopes].filter((scope) => !granted.includes(scope));
    if (refused.length > 0) grant?.rejectResourceScope(resource, refused.join(" "));
  }
  return grant;
}

type Oidc = KoaContextWithOIDC["oidc"];

function grantOf({ provider }: Oidc, id: string | null): Promise<Grant | undefined> {
  return id === null ? Promise.resolve(undefined) : provider.Grant.find(id);
}

async function grantIdFor(
  { grants }: OAuthSettings["desk"],
  { params, client, account }: Oidc,
): Promise<string | null> {
  const organizationId = params?.["organization"];
  const appId = client?.clientId ?? "";
  const userId = account?.accountId ?? "";
  if (typeof organizationId !== "string" || !isId("org", organizationId)) return null;
  if (!isId("app", appId) || !isId("usr", userId)) return null;
  return (await grants.findLiveBy({ appId, organizationId, userId }))?.id ?? null;
}
