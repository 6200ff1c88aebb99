import type { Act, MemberActor, OperatorActor } from "../actor.ts";
import { KeyError } from "../errors.ts";
import type { AppId, OrganizationId } from "../id.ts";
import { assertDeclared } from "../keys/key-authority.ts";
import { isGrantableToApps, type Scope } from "../keys/scope.ts";
import type { ScopeRules } from "../keys/scope-rules.ts";
import { isManager } from "../organizations/role.ts";
import type { AppDesk } from "./app-desk.ts";
import { isLogo } from "./logo.ts";
import type { PartnerApp } from "./partner-app.ts";
import { readPublicKeys, type KeySet, type PublicKey } from "./public-key.ts";
import { faultOfRedirectUris } from "./redirect-uri.ts";

/** An app of this owner. @throws KeyError `app_not_found`, for another one's too */
export async function findOwnedApp(
  { apps }: Pick<AppDesk, "apps">,
  organizationId: OrganizationId,
  id: AppId,
): Promise<PartnerApp> {
  const app = await apps.findOwned(organizationId, id);
  if (app !== null) return app;
  throw new KeyError("app_not_found", "This organization has no such app.");
}

/** Owners and admins decide about the organization's apps. @throws KeyError `role_not_allowed` */
export function assertManagesApps({ actor }: Act<MemberActor | OperatorActor>): void {
  if (actor.type === "operator" || isManager(actor.role)) return;
  throw new KeyError("role_not_allowed", "Only owners and admins decide about partner apps.");
}

/** @throws KeyError `scope_unknown`, `scope_not_allowed` */
export function assertForApps(rules: ScopeRules, wanted: readonly Scope[]): void {
  assertDeclared(rules, wanted);
  const refused = wanted.filter((scope) => !isGrantableToApps(scope));
  if (refused.length === 0) return;
  throw new KeyError("scope_not_allowed", `An app cannot have ${refused.join(", ")}.`);
}

/** @throws KeyError `redirect_uri_invalid`, naming the first that is wrong */
export function assertRedirectUris({ redirectUris, type }: Pick<PartnerApp, "redirectUris" | "type">): void {
  const fault = faultOfRedirectUris(redirectUris, type);
  if (fault !== null) throw new KeyError("redirect_uri_invalid", fault);
}

/** @throws KeyError `logo_invalid` */
export function assertLogo(logo: string | null): void {
  if (logo === null || isLogo(logo)) return;
  throw new KeyError("logo_invalid", "A logo is a PNG, JPEG or WebP of at most 35 kB.");
}

/** The public keys of a set; none of `null`. @throws KeyError `public_keys_invalid`, naming the first that is wrong */
export function publicKeysOf(jwks: KeySet | null, { type }: Pick<PartnerApp, "type">): readonly PublicKey[] {
  const keys = jwks === null ? [] : readPublicKeys(jwks);
  if (typeof keys === "string") throw new KeyError("public_keys_invalid", keys);
  if (type === "public" && keys.length > 0) {
    throw new KeyError(
      "public_keys_invalid",
      "A public app has no keys: it could not keep the private ones.",
    );
  }
  return keys;
}

/** How the entries name an app. */
export function appObject({ id, name }: Pick<PartnerApp, "id" | "name">) {
  return { type: "app", id, label: name } as const;
}
