export { createSqliteAuditLog } from "./audit-log.ts";
export { DatabaseError } from "./database-error.ts";
export { createSqliteKeyStore } from "./key-store.ts";
export { createSqliteLastUseLog } from "./last-use-log.ts";
export { keysMigrations, usageMigrations } from "./migrations.ts";
export { openDatabase } from "./open-database.ts";
export { createSqliteTenancyStore } from "./tenancy-store.ts";
