import type { Admission } from "./admit.ts";

/** After how many seconds a request that was refused may come again, one at least; `null` where waiting does not help. */
export function retryAfterSecondsOf(admission: Admission): number | null {
  if (admission.admitted) return null;
  if (admission.code === "too_many_failures") return Math.max(1, admission.retryAfterSeconds);
  return admission.code === "rate_limited" ? Math.max(1, admission.limit.resetSeconds) : null;
}
