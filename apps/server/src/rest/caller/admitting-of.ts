import type { Services } from "../../services.ts";

/** What admission works with. */
export function admittingOf({ desk, appTokens, limiter, failuresPerMinute }: Services) {
  return { store: desk.store, appTokens, limiter, brand: desk.brand, failuresPerMinute };
}
