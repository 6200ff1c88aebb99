import type { Act, MemberActor } from "../actor.ts";
import { deedOf, type Deed } from "../deed.ts";
import { KeyError } from "../errors.ts";
import { createId } from "../id.ts";
import { createSecret } from "../keys/create-secret.ts";
import {
  appObject,
  assertForApps,
  assertLogo,
  assertManagesApps,
  assertRedirectUris,
  findOwnedApp,
  publicKeysOf,
} from "./app-authority.ts";
import type { AppDesk } from "./app-desk.ts";
import type { NewApp } from "./app-store.ts";
import type { PartnerApp } from "./partner-app.ts";
import type { KeySet } from "./public-key.ts";
import { toldOfApp } from "./told-of-app.ts";

/** Disabled ones included: an app is never deleted, and can be made into another one. */
const mostApps = 50;

export interface AppRequest extends Pick<
  PartnerApp,
  "name" | "description" | "homepage" | "logo" | "type" | "redirectUris" | "scopes"
> {
  /** The public keys of a confidential app, which then gets no secret. */
  readonly jwks?: KeySet | null;
}

/** An app's record with the only copy of its new secret; `null`: a public one has none, nor one with keys. */
export interface AppWithSecret {
  readonly app: PartnerApp;
  readonly secret: string | null;
}

/**
 * Registers an app, which only its owner's organization may connect at first. The secret is in this answer and
 * nowhere else.
 * @throws KeyError `role_not_allowed`, `scope_unknown`, `scope_not_allowed`, `redirect_uri_invalid`, `logo_invalid`,
 *   `public_keys_invalid`, *   `app_limit_reached`, `authority_lost`
 */
export async function registerApp(
  desk: AppDesk,
  act: Act<MemberActor>,
  { jwks = null, ...request }: AppRequest,
): Promise<AppWithSecret> {
  assertManagesApps(act);
  assertForApps(desk.scopes, request.scopes);
  assertRedirectUris(request);
  assertLogo(request.logo);
  const { organizationId, now, actor } = act;
  const publicKeys = publicKeysOf(jwks, request);
  const keepsSecret = request.type === "confidential" && publicKeys.length === 0;
  const made = keepsSecret ? createSecret(desk, "ocs", now) : null;
  const created: NewApp = {
    ...request,
    id: createId("app", now, desk.random),
    organizationId,
    scopes: desk.scopes.inOrder(request.scopes),
    publicKeys,
    createdAt: now,
    createdBy: actor.email,
    secret: made?.secret ?? null,
  };
  if ((await desk.apps.insert(created, mostApps, registeredDeed(act, created))) === "limit_reached") {
    const message = `This organization has ${mostApps} apps, as many as there can be. Make one of them into this one.`;
    throw new KeyError("app_limit_reached", message);
  }
  return { app: await findOwnedApp(desk, organizationId, created.id), secret: made?.token ?? null };
}

function registeredDeed(act: Act<MemberActor>, created: NewApp): Deed {
  const { name, description, homepage, logo, type, redirectUris, scopes, publicKeys, secret } = created;
  const told = toldOfApp({ name, description, homepage, logo, redirectUris, scopes, publicKeys });
  return deedOf(act, {
    action: "app.registered",
    object: appObject(created),
    after: { ...told, type, secretId: secret?.publicKeyId ?? null },
  });
}
