import type { PriceList } from "./price-list.ts";
import type { StatementStore } from "./statement-store.ts";
import type { TenancyStore } from "../organizations/tenancy-store.ts";
import type { UsageLog } from "../usage/usage-log.ts";

/** What the verbs of billing work with. */
export interface Billing {
  readonly tenancy: TenancyStore;
  readonly usage: UsageLog;
  readonly statements: StatementStore;
  readonly prices: PriceList;
  /** Only months that were over by then are closed, whatever the time is; absent: all that are over. */
  readonly settled?: () => number;
}
