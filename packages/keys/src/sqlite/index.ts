export { createSqliteAuditLog } from "./audit-log.ts";
export { retriedWhileBusy } from "./busy.ts";
export { DatabaseError } from "./database-error.ts";
export { createSqliteKeyStore } from "./key-store.ts";
export { createSqliteUsageLog } from "./usage-log.ts";
export { keysMigrations, usageMigrations } from "./migrations.ts";
export { openDatabase } from "./open-database.ts";
export { createSqliteStatementStore } from "./statement-store.ts";
export { createSqliteTenancyStore } from "./tenancy-store.ts";
