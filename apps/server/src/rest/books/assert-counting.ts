import { KeyError } from "@katkey/keys";
import type { Services } from "../../services.ts";

/** What could not be counted must not be done. @throws KeyError `busy` */
export function assertCounting({ usage }: Pick<Services, "usage">): void {
  if (usage.isCounting()) return;
  throw new KeyError(
    "busy",
    "Requests cannot be counted at the moment, and none is served that is not counted.",
  );
}
