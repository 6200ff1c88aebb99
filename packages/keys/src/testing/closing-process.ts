import { closeDueMonths } from "../billing/month-closing.ts";
import { openBilling } from "./billing.ts";

/** What one process is told to do. */
export interface ClosingOrder {
  readonly database: string;
  readonly usage: string;
  readonly now: number;
}

// A process of its own on the same files: closes what is due, and says how that ended.
process.on("message", async ({ now, ...files }: ClosingOrder) => {
  const billing = openBilling(files);
  const outcome = await closeDueMonths(billing, { now }).then(
    () => "done",
    (error: unknown) => String(error),
  );
  billing.close();
  process.send?.(outcome);
});
