import { seesLive, type Act, type Reader } from "../actor.ts";
import { KeyError } from "../errors.ts";

/** Bills are about live requests only. @throws KeyError `environment_not_allowed` */
export function assertSeesBilling({ actor }: Act<Reader>): void {
  if (seesLive(actor)) return;
  throw new KeyError(
    "environment_not_allowed",
    "A test key cannot read billing: only live requests are billed.",
  );
}
