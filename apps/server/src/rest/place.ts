import type { ProtectedHandler } from "./with-key.ts";

/** What stands at one path. */
export interface Place {
  readonly methods: ReadonlyMap<string, ProtectedHandler>;
  readonly others: ProtectedHandler;
}

/** The `Allow` header of a path that answers these. */
export function allowOf(methods: readonly string[]): string {
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}
