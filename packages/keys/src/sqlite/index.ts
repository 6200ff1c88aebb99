export { createSqliteAppStore } from "./apps/app-store.ts";
export { createSqliteAuditLog } from "./audit/audit-log.ts";
export { listChainHeads } from "./audit/list-chain-heads.ts";
export { createSqlitePersonLog } from "./audit/person-log.ts";
export { createSqliteClockMarks } from "./clock/clock-mark.ts";
export { countUses, type AlikeUses } from "./usage/count-uses.ts";
export { assertPresent, missing } from "./file/assert-present.ts";
export { damaged, DatabaseError } from "./file/database-error.ts";
export { createSqliteGrantStore } from "./grants/grant-store.ts";
export { examineDatabase } from "./file/examine-database.ts";
export { inspectDatabase } from "./file/inspect-database.ts";
export { createSqliteKeyStore } from "./keys/key-store.ts";
export { createSqliteTrafficLog } from "./traffic/traffic-log.ts";
export { createSqliteUsageLog } from "./usage/usage-log.ts";
export { assertKnown, isMigrated } from "./file/migrate.ts";
export { keysMigrations, usageMigrations, type Migration } from "./file/migrations.ts";
export { explained, openDatabase } from "./file/open-database.ts";
export { setAside } from "./file/set-aside.ts";
export { isOpenElsewhere } from "./file/open-to-look.ts";
export {
  changeDatabase,
  changeDatabaseAlone,
  lookAsAStart,
  lookAtAnyVersion,
  lookAtDatabase,
  lookFirst,
  readDatabase,
} from "./file/read-database.ts";
export { prepareRememberedSecrets } from "./remembered-secrets.ts";
export { createSqliteStatementStore } from "./billing/statement-store.ts";
export { createSqliteTenancyStore } from "./organizations/tenancy-store.ts";
export { createSqliteServiceTokenStore } from "./service-tokens/service-token-store.ts";
export { createSqliteServiceUseLog } from "./service-tokens/service-use-log.ts";
export { assertSealed } from "./seal/assert-sealed.ts";
export { isSealed } from "./seal/is-sealed.ts";
export { findRevived } from "./seal/find-revived.ts";
export { createSoundness, type Soundness } from "./seal/soundness.ts";
export { knownAlterations, lookAtSchema } from "./seal/guard-schema.ts";
export { findAlterations } from "./seal/schema-alterations.ts";
export { assertKnowsTurn, learnTurns } from "./seal/turns.ts";
export { unsoundRowsOf, type SealedRowName } from "./seal/unsound-rows.ts";
export { applySeals, checkSeals, removeSeals, renewSeals } from "./seal/seal-rows.ts";
export { intact, type Sealing } from "./seal/seal-connection.ts";
export {
  keysSealed,
  sealedApp,
  sealedGrant,
  sealedMember,
  sealedOrganization,
  sealedTable,
} from "./seal/sealed-table.ts";
export type { ReserveShare } from "./storage/reserve.ts";
export { isGone } from "./storage/is-gone.ts";
export { storageOf } from "./storage/storage.ts";
export { createWrite, type Write } from "./storage/written.ts";
