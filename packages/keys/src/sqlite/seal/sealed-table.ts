import { getTableName } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { appSecret, partnerApp } from "../apps/app-schema.ts";
import { auditHead } from "../audit/audit-schema.ts";
import { appGrant } from "../grants/grant-schema.ts";
import { apiKey, invitation, keySecret, member, organization } from "../schema.ts";
import { serviceToken, serviceTokenSecret } from "../service-tokens/service-token-schema.ts";

/** A table whose rows are sealed, and what of them: all that lets somebody in. */
export interface SealedTable {
  readonly name: string;
  /** The column that names a row. It is sealed as well. */
  readonly id: string;
  readonly columns: readonly string[];
  /** Of these columns each that is set ends a row for good. */
  readonly endedBy?: readonly string[];
  /** Its rows go when they have expired. */
  readonly isSwept?: boolean;
  /** Its rows let nobody in by themselves: they follow whatever is changed. */
  readonly follows?: boolean;
}

/** The first column is the one that names a row. `endedBy`: those of them that end it once they are set. */
export function sealedTable(
  table: SQLiteTable,
  columns: readonly [SQLiteColumn, ...SQLiteColumn[]],
  endedBy: readonly SQLiteColumn[] = [],
): SealedTable {
  return {
    name: getTableName(table),
    id: columns[0].name,
    columns: columns.map(({ name }) => name),
    endedBy: endedBy.map(({ name }) => name),
  };
}

/** Of an organization its standing, and not its name: what a wrong value of which would let in. */
export const sealedOrganization = sealedTable(organization, [
  organization.id,
  organization.plan,
  organization.requestsPerMinute,
  organization.apiAccess,
  organization.suspendedAt,
]);

export const sealedMember = sealedTable(
  member,
  [member.id, member.organizationId, member.userId, member.role, member.removedAt],
  [member.removedAt],
);

/** Whoever has its link becomes a member, whom we seal. */
export const sealedInvitation = sealedTable(
  invitation,
  [
    invitation.id,
    invitation.organizationId,
    invitation.email,
    invitation.role,
    invitation.tokenHash,
    invitation.invitedByMemberId,
    invitation.expiresAt,
    invitation.acceptedAt,
    invitation.withdrawnAt,
  ],
  [invitation.acceptedAt, invitation.withdrawnAt],
);

export const sealedKey = sealedTable(
  apiKey,
  [
    apiKey.id,
    apiKey.organizationId,
    apiKey.environment,
    apiKey.scopes,
    apiKey.addresses,
    apiKey.expiresAt,
    apiKey.responsibleMemberId,
    apiKey.revokedAt,
  ],
  [apiKey.revokedAt],
);

export const sealedKeySecret = sealedTable(
  keySecret,
  [
    keySecret.publicKeyId,
    keySecret.organizationId,
    keySecret.keyId,
    keySecret.hash,
    keySecret.retiresAt,
    keySecret.retiredAt,
    keySecret.quarantinedAt,
    keySecret.releasedAt,
  ],
  [keySecret.retiredAt],
);

export const sealedServiceToken = sealedTable(
  serviceToken,
  [
    serviceToken.id,
    serviceToken.scope,
    serviceToken.organizations,
    serviceToken.expiresAt,
    serviceToken.revokedAt,
  ],
  [serviceToken.revokedAt],
);

export const sealedServiceTokenSecret = sealedTable(
  serviceTokenSecret,
  [
    serviceTokenSecret.publicKeyId,
    serviceTokenSecret.serviceTokenId,
    serviceTokenSecret.hash,
    serviceTokenSecret.retiresAt,
    serviceTokenSecret.retiredAt,
  ],
  [serviceTokenSecret.retiredAt],
);

export const sealedApp = sealedTable(partnerApp, [
  partnerApp.id,
  partnerApp.organizationId,
  partnerApp.type,
  partnerApp.redirectUris,
  partnerApp.scopes,
  partnerApp.publicKeys,
  partnerApp.approval,
  partnerApp.disabledAt,
  partnerApp.blockedAt,
]);

export const sealedAppSecret = sealedTable(
  appSecret,
  [appSecret.id, appSecret.appId, appSecret.hash, appSecret.retiresAt, appSecret.retiredAt],
  [appSecret.retiredAt],
);

export const sealedGrant = sealedTable(
  appGrant,
  [
    appGrant.id,
    appGrant.organizationId,
    appGrant.appId,
    appGrant.memberId,
    appGrant.userId,
    appGrant.scopes,
    appGrant.endedAt,
  ],
  [appGrant.endedAt],
);

/** Where each log ends: who cannot seal cannot write another log in its place. */
const sealedAuditHead = {
  ...sealedTable(auditHead, [auditHead.organizationId, auditHead.seq, auditHead.hash]),
  follows: true,
};

/** Those of this package. */
export const keysSealed: readonly SealedTable[] = [
  sealedOrganization,
  sealedMember,
  sealedInvitation,
  sealedKey,
  sealedKeySecret,
  sealedServiceToken,
  sealedServiceTokenSecret,
  sealedApp,
  sealedAppSecret,
  sealedGrant,
  sealedAuditHead,
];
