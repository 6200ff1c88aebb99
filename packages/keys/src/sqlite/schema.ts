import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { revocationReasons } from "../keys/api-key.ts";
import { environments } from "../environment.ts";
import { exposureKinds } from "../keys/exposure.ts";
import type { InvitationId, KeyId, MemberId, OrganizationId, UserId } from "../id.ts";
import { defaultLeakPolicy, leakPolicies } from "../organizations/leak-policy.ts";
import { plans } from "../organizations/plan.ts";
import { roles } from "../organizations/role.ts";
import type { Scope } from "../keys/scope.ts";

// Times are integer milliseconds since 1970, UTC.

const networks = (column: string) => text(column, { mode: "json" }).$type<readonly string[]>().notNull();

export const organization = sqliteTable("organization", {
  id: text().$type<OrganizationId>().primaryKey(),
  name: text().notNull(),
  plan: text({ enum: plans }).notNull(),
  requestsPerMinute: integer("requests_per_minute"),
  apiAccess: integer("api_access", { mode: "boolean" }).notNull(),
  suspendedAt: integer("suspended_at"),
  suspensionReason: text("suspension_reason"),
  maximumLifetimeDays: integer("maximum_lifetime_days"),
  expiryRequired: integer("expiry_required", { mode: "boolean" }).notNull().default(false),
  defaultAddresses: networks("default_addresses").default([]),
  leakPolicy: text("leak_policy", { enum: leakPolicies }).notNull().default(defaultLeakPolicy),
  createdAt: integer("created_at").notNull(),
  revision: integer().notNull().default(0),
});

export const organizationId = () =>
  text("organization_id")
    .$type<OrganizationId>()
    .notNull()
    .references(() => organization.id);

export const member = sqliteTable(
  "member",
  {
    id: text().$type<MemberId>().primaryKey(),
    organizationId: organizationId(),
    userId: text("user_id").$type<UserId>().notNull(),
    role: text({ enum: roles }).notNull(),
    joinedAt: integer("joined_at").notNull(),
    // A member who left stays: their revoked keys and the audit log refer to them.
    removedAt: integer("removed_at"),
  },
  (table) => [
    uniqueIndex("member_of_organization")
      .on(table.organizationId, table.userId)
      .where(sql`removed_at is null`),
    index("member_by_user").on(table.userId),
  ],
);

export const invitation = sqliteTable(
  "invitation",
  {
    id: text().$type<InvitationId>().primaryKey(),
    organizationId: organizationId(),
    email: text().notNull(),
    role: text({ enum: roles }).notNull(),
    tokenHash: blob("token_hash", { mode: "buffer" }).notNull(),
    invitedBy: text("invited_by").notNull(),
    // The invitation holds only while this member may still give the role.
    invitedByMemberId: text("invited_by_member_id")
      .$type<MemberId>()
      .notNull()
      .references(() => member.id),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    acceptedAt: integer("accepted_at"),
    withdrawnAt: integer("withdrawn_at"),
  },
  (table) => [
    uniqueIndex("invitation_by_token").on(table.tokenHash),
    index("invitation_by_organization").on(table.organizationId, table.id),
  ],
);

export const apiKey = sqliteTable(
  "api_key",
  {
    id: text().$type<KeyId>().primaryKey(),
    organizationId: organizationId(),
    name: text().notNull(),
    // Case-folded by us: SQLite's lower() knows ASCII only.
    nameFolded: text("name_folded").notNull(),
    note: text(),
    noteFolded: text("note_folded"),
    environment: text({ enum: environments }).notNull(),
    scopes: text({ mode: "json" }).$type<readonly Scope[]>().notNull(),
    addresses: networks("addresses"),
    expiresAt: integer("expires_at"),
    // A key that never expires stands behind all others, where a page of an ordered list can end.
    expiryOrder: integer("expiry_order")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(expires_at, 9007199254740991)`, { mode: "virtual" }),
    responsibleMemberId: text("responsible_member_id")
      .$type<MemberId>()
      .notNull()
      .references(() => member.id),
    createdAt: integer("created_at").notNull(),
    createdByType: text("created_by_type", { enum: ["user", "key", "operator", "system"] }).notNull(),
    createdById: text("created_by_id"),
    createdByLabel: text("created_by_label").notNull(),
    revokedAt: integer("revoked_at"),
    revokedReason: text("revoked_reason", { enum: revocationReasons }),
    revokedText: text("revoked_text"),
    revision: integer().notNull().default(0),
  },
  (table) => {
    const filtered = [
      table.noteFolded,
      table.environment,
      table.scopes,
      table.expiresAt,
      table.revokedAt,
      table.responsibleMemberId,
    ] as const;
    return [
      uniqueIndex("api_key_name")
        .on(table.organizationId, table.nameFolded)
        .where(sql`revoked_at is null`),
      // One for each order of the list, with all that it is filtered by: to look through 50,000 keys takes
      // milliseconds when no key has to be fetched for it.
      index("api_key_by_creation").on(table.organizationId, table.id, table.nameFolded, ...filtered),
      index("api_key_by_name").on(table.organizationId, table.nameFolded, table.id, ...filtered),
      index("api_key_by_expiry").on(
        table.organizationId,
        table.expiryOrder,
        table.id,
        table.nameFolded,
        ...filtered,
      ),
      index("api_key_by_member").on(table.responsibleMemberId),
      index("api_key_expiring")
        .on(table.organizationId, table.expiresAt)
        .where(sql`revoked_at is null and expires_at is not null`),
    ];
  },
);

export const keySecret = sqliteTable(
  "key_secret",
  {
    publicKeyId: text("public_key_id").primaryKey(),
    organizationId: organizationId(),
    keyId: text("key_id")
      .$type<KeyId>()
      .notNull()
      .references(() => apiKey.id),
    hash: blob({ mode: "buffer" }).notNull(),
    hint: text().notNull(),
    createdAt: integer("created_at").notNull(),
    // When an overlap runs out: what time will do.
    retiresAt: integer("retires_at"),
    // When somebody ended it: a fact, which no clock takes back.
    retiredAt: integer("retired_at"),
    exposedAt: integer("exposed_at"),
    exposedBy: text("exposed_by", { enum: exposureKinds }),
    exposedOrigin: text("exposed_origin"),
    exposedAddress: text("exposed_address"),
    exposedSource: text("exposed_source"),
    exposedUrl: text("exposed_url"),
    // Both stay, as what happened: it is in quarantine while the second is missing.
    quarantinedAt: integer("quarantined_at"),
    releasedAt: integer("released_at"),
  },
  (table) => [
    index("key_secret_by_key").on(table.keyId),
    index("key_secret_by_hint").on(table.organizationId, table.hint),
    index("key_secret_by_retirement")
      .on(table.organizationId, table.retiresAt)
      .where(sql`retires_at is not null`),
    index("key_secret_exposed")
      .on(table.organizationId)
      .where(sql`exposed_at is not null`),
    uniqueIndex("key_secret_current")
      .on(table.keyId)
      .where(sql`retires_at is null`),
  ],
);
