import type { AppId, OrganizationId } from "../id.ts";
import type { Scope } from "../keys/scope.ts";
import type { Secret } from "../keys/secret.ts";
import type { PublicKey } from "./public-key.ts";

/** `confidential`: it keeps a secret, or a private key. `public`: it is on its users' devices and cannot; PKCE alone protects it. */
export const appTypes = ["confidential", "public"] as const;

export type AppType = (typeof appTypes)[number];

/**
 * Who may connect an app. `own`: its owner only. `requested`: its owner asked that everybody may, and nobody has
 * answered yet. `approved`: every organization. `refused`: its owner only, after the operator's look.
 */
export const appApprovals = ["own", "requested", "approved", "refused"] as const;

export type AppApproval = (typeof appApprovals)[number];

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
  /** With one, it proves by its private part who it is (RFC 7523), and by no secret. A public app has none. */
  readonly publicKeys: readonly PublicKey[];
  readonly approval: AppApproval;
  /** By its owner. */
  readonly disabledAt: number | null;
  /** By the operator, and for its owner's organization too. */
  readonly blockedAt: number | null;
  readonly createdAt: number;
  /** As the log calls who registered it. */
  readonly createdBy: string;
  /** Counts changes: of two at the same time, one finds that it has moved. */
  readonly revision: number;
  /** Newest first: the current one, and the one it replaced last. A public app has none, nor has one that began with keys. */
  readonly secrets: readonly Secret[];
}

/** Since when it works nowhere; `null`: it works. */
export function stoppedAt({
  disabledAt,
  blockedAt,
}: Pick<PartnerApp, "disabledAt" | "blockedAt">): number | null {
  if (disabledAt === null || blockedAt === null) return disabledAt ?? blockedAt;
  return Math.min(disabledAt, blockedAt);
}

/** Whether this organization may connect it, as far as that is the operator's to decide. */
export function isOfferedTo(
  { approval, organizationId: owner }: Pick<PartnerApp, "approval" | "organizationId">,
  organizationId: OrganizationId,
): boolean {
  return approval === "approved" || owner === organizationId;
}
