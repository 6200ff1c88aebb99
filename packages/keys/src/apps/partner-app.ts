import type { AppId, OrganizationId } from "../id.ts";
import type { Scope } from "../keys/scope.ts";

/** `confidential`: it keeps a secret. `public`: it is on its users' devices and cannot; PKCE alone protects it. */
export const appTypes = ["confidential", "public"] as const;

export type AppType = (typeof appTypes)[number];

/**
 * Who may connect an app. `own`: its owner only. `requested`: its owner asked that everybody may, and nobody has
 * answered yet. `approved`: every organization. `refused`: its owner only, after the operator's look.
 */
export const appApprovals = ["own", "requested", "approved", "refused"] as const;

export type AppApproval = (typeof appApprovals)[number];

/** One client secret of an app: never the secret itself, only its last four characters. */
export interface AppSecret {
  /** The public part of the token. */
  readonly id: string;
  readonly hint: string;
  readonly createdAt: number;
  /** When its overlap runs out. `null`: it is the current one. */
  readonly retiresAt: number | null;
  /** When somebody ended it, whatever the clock says later. `null`: nobody has. */
  readonly retiredAt: number | null;
}

/** What somebody builds that works with others' data, and is registered by their organization: its owner. */
export interface PartnerApp {
  readonly id: AppId;
  /** Its owner's. */
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly description: string | null;
  /** An https URL. */
  readonly homepage: string | null;
  /** A data URI of a PNG, JPEG or WebP. */
  readonly logo: string | null;
  readonly type: AppType;
  /** Compared as they are; only a public app's loopback address may have another port (RFC 8252 §7.3). */
  readonly redirectUris: readonly string[];
  /** The most it may ask for. */
  readonly scopes: readonly Scope[];
  readonly approval: AppApproval;
  readonly disabledAt: number | null;
  readonly createdAt: number;
  /** As the log calls who registered it. */
  readonly createdBy: string;
  /** Counts changes: of two at the same time, one finds that it has moved. */
  readonly revision: number;
  /** Newest first: the current one, and the one it replaced last. A public app has none. */
  readonly secrets: readonly AppSecret[];
}

/** Whether this organization may connect it, as far as that is the operator's to decide. */
export function isOfferedTo(
  { approval, organizationId: owner }: Pick<PartnerApp, "approval" | "organizationId">,
  organizationId: OrganizationId,
): boolean {
  return approval === "approved" || owner === organizationId;
}

/** Half-open, as a key's. */
export function isAppSecretRetired({ retiresAt, retiredAt }: AppSecret, now: number): boolean {
  return retiredAt !== null || (retiresAt !== null && retiresAt <= now);
}

/** The secret whose overlap still runs, if there is one. */
export function retiringAppSecretOf({ secrets }: PartnerApp, now: number): AppSecret | null {
  return secrets.find((secret) => secret.retiresAt !== null && !isAppSecretRetired(secret, now)) ?? null;
}
