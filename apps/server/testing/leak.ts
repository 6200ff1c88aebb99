import { reportLeak } from "@katkey/keys";
import type { TestServer } from "./server.ts";

/** Somebody finds the token in public now, and the organization does what it has settled: by itself a quarantine. */
export function leak({ services, clock }: Pick<TestServer, "services" | "clock">, token: string) {
  const found = { token, source: "github commit", url: "https://github.com/acme/app/blob/main/.env" };
  const actor = { type: "system", id: null, label: "katkey" } as const;
  return reportLeak(services.desk, found, { actor, now: clock.now(), address: null, requestId: null });
}
