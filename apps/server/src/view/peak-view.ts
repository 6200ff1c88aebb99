import type { Peak } from "@katkey/keys";
import { timeOf } from "./time.ts";

export function peakViewOf(peak: Peak | null) {
  return peak && { ...peak, at: timeOf(peak.at) };
}
