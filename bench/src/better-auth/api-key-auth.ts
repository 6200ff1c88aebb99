import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import type { Database } from "better-sqlite3";

/** better-auth with its API keys and nothing else, each key with a limit that no run comes near: as ours has one. */
export function createApiKeyAuth(database: Database) {
  const rateLimit = { enabled: true, timeWindow: 60_000, maxRequests: 10_000_000 };
  return betterAuth({
    database,
    baseURL: "http://127.0.0.1",
    secret: "only for the benches, which keep nothing",
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [apiKey({ rateLimit })],
  });
}
