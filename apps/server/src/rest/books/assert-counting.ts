import { busyRetryAfter } from "../../http/problem-of.ts";
import { Problem } from "../../http/problem.ts";
import type { Services } from "../../services.ts";

/** What could not be counted must not be done. @throws Problem `busy` */
export function assertCounting({ usage }: Pick<Services, "usage">): void {
  if (usage.isCounting()) return;
  const detail = "Requests cannot be counted at the moment, and none is served that is not counted.";
  throw new Problem("busy", { detail, headers: busyRetryAfter });
}
