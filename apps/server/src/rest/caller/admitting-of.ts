import type { Services } from "../../services.ts";

/** What admission works with. */
export function admittingOf({ desk, limiter, failuresPerMinute }: Services) {
  return { store: desk.store, limiter, brand: desk.brand, failuresPerMinute };
}
