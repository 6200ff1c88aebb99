import { onTestFinished } from "vitest";
import type { ApiKey } from "../keys/api-key.ts";
import type { Evidence } from "../traffic/evidence.ts";
import type { Scope } from "../keys/scope.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../sqlite/index.ts";
import type { Use } from "../usage/usage.ts";
import { noon, openDesk } from "./desk.ts";
import { aUse } from "./usage-log-contract.ts";

/** What the routes of these tests need. */
const needs: Readonly<Record<string, readonly Scope[]>> = {
  "GET /v1/products": ["products:read"],
  "POST /v1/products": ["products:write"],
  "GET /v1/usage": ["usage:read"],
};

function fail(cause: unknown): never {
  throw cause;
}

/** A desk and logs of the test's own, closed when it is over. `own`: the scopes that it declares. */
export function anEvidence({ own = [] }: { readonly own?: readonly Scope[] } = {}) {
  const desk = openDesk(":memory:", own);
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const usage = createSqliteUsageLog(database, fail);
  onTestFinished(() => {
    usage.close();
    desk.close();
  });
  const evidence: Evidence = {
    desk,
    usage,
    scopesOf: (route) => (route.endsWith("(remote)") ? null : (needs[route] ?? [])),
  };
  return {
    ...evidence,
    desk,
    /** So many requests with the key's newest secret, or with an older one. */
    async use(
      key: ApiKey,
      requests: number,
      { secret = 0, ...use }: Partial<Use> & { secret?: number } = {},
    ) {
      const { organizationId, id: keyId } = key;
      const publicKeyId = key.secrets[secret]?.publicKeyId ?? "";
      const one = aUse({ organizationId, keyId, publicKeyId, route: "/v1/products", ...use });
      await Promise.all(Array.from({ length: requests }, () => usage.record(one)));
    },
  };
}
