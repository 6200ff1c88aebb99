import type { Desk } from "../desk.ts";
import { reportLeak } from "../leaks/report-leak.ts";

/** Somebody finds the token in public, and the organization does what it has settled: by itself a quarantine. */
export function leak(desk: Pick<Desk, "store" | "tenancy" | "brand">, token: string, now: number) {
  const found = { token, source: "github commit", url: "https://github.com/acme/app/blob/main/.env" };
  const actor = { type: "system", id: null, label: "katkey" } as const;
  return reportLeak(desk, found, { actor, now, address: null, requestId: null });
}
