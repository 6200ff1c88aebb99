import type { Act, MemberActor } from "../actor.ts";
import { KeyError } from "../errors.ts";
import { assertForApps, assertLogo, assertRedirectUris, publicKeysOf } from "./app-authority.ts";
import { changeApp, type SeenApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { AppPatch } from "./app-store.ts";
import type { AppApproval, PartnerApp } from "./partner-app.ts";
import type { KeySet, PublicKey } from "./public-key.ts";

export interface EditAppRequest extends SeenApp {
  readonly patch: Omit<AppPatch, "approval" | "disabledAt" | "blockedAt" | "publicKeys"> & {
    /** All of them; `null`: none, so that its secret counts again. */
    readonly jwks?: KeySet | null;
  };
}

/**
 * Changes what an app is called, where it leads and what it may ask for. Of an approved app, whatever the operator
 * has not seen asks for approval anew; grants that were given go on.
 * @throws KeyError `app_not_found`, `app_changed`, `role_not_allowed`, `scope_unknown`, `scope_not_allowed`,
 *   `redirect_uri_invalid`, `logo_invalid`, `public_keys_invalid`, `authority_lost`
 */
export function editApp(
  desk: AppDesk,
  act: Act<MemberActor>,
  { patch: { jwks, ...patch }, ...seen }: EditAppRequest,
): Promise<PartnerApp> {
  const { scopes, redirectUris, logo = null } = patch;
  const patchOf = (app: PartnerApp): AppPatch => {
    // Those that it has may be declared no more, and stay on record.
    if (scopes) assertForApps(desk.scopes, added(app.scopes, scopes));
    if (redirectUris) assertRedirectUris({ redirectUris, type: app.type });
    assertLogo(logo);
    const ordered = {
      ...patch,
      ...(scopes && { scopes: desk.scopes.inOrder(scopes) }),
      ...(jwks !== undefined && { publicKeys: keysAfter(app, jwks) }),
    };
    return { ...ordered, approval: approvalAfter(app, ordered) };
  };
  return changeApp(desk, act, { ...seen, action: "app.edited", patchOf });
}

function keysAfter(app: PartnerApp, jwks: KeySet | null): readonly PublicKey[] {
  const keys = publicKeysOf(jwks, app);
  if (app.type === "public" || keys.length > 0 || app.secrets.length > 0) return keys;
  const message = "Without a key this app could not prove who it is: it has no secret. Make one first.";
  throw new KeyError("public_keys_invalid", message);
}

function approvalAfter(app: PartnerApp, patch: AppPatch): AppApproval {
  const { approval } = app;
  if (approval !== "approved") return approval;
  const shown = ["name", "description", "homepage", "logo"] as const;
  const looksOther = shown.some((field) => patch[field] !== undefined && patch[field] !== app[field]);
  const reaches =
    added(app.redirectUris, patch.redirectUris ?? []).length + added(app.scopes, patch.scopes ?? []).length;
  return looksOther || reaches > 0 ? "requested" : approval;
}

function added<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return after.filter((one) => !before.includes(one));
}
