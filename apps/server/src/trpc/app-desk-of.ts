import type { AppDesk } from "@katkey/keys";
import type { Services } from "../services.ts";

/** What the verbs about partner apps and grants work with. */
export function appDeskOf({ desk, apps, grants }: Pick<Services, "desk" | "apps" | "grants">): AppDesk {
  return { ...desk, apps, grants };
}
