import type { Need } from "@katkey/keys";
import type { Services } from "../services.ts";
import { keyViewsOf } from "./key-view.ts";

/** What waits for somebody, with the keys as they are shown everywhere. */
export function needViewsOf(services: Pick<Services, "usage" | "desk">, needs: readonly Need[], now: number) {
  return Promise.all(
    needs.map(async ({ reason, count, keys }) => ({
      reason,
      count,
      keys: await keyViewsOf(services, keys, now),
    })),
  );
}
