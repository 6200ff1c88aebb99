export { createSqliteArtifactStore } from "./artifact-store.ts";
export { createSqliteAppTokenStore } from "./app-token-store.ts";
export { forgetArtifacts } from "./forget-artifacts.ts";
export { oauthMigrations } from "./migrations.ts";
export { sealedArtifact } from "./sealed-artifact.ts";
