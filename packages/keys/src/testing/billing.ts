import { onTestFinished } from "vitest";
import type { Billing } from "../billing/billing.ts";
import { defaultPrices } from "../billing/price-list.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../sqlite/index.ts";
import type { Use } from "../usage/usage.ts";
import { noon, openDesk, type TestDesk, type Worker } from "./desk.ts";
import { aUse } from "./usage-log-contract.ts";

export interface TestBilling extends Billing {
  readonly desk: TestDesk;
  /** So many requests of the organization at once, live and served unless told otherwise. */
  use(worker: Worker, at: number, count?: number, use?: Partial<Use>): Promise<void>;
  /** Past the port, as somebody does who has the file. */
  executeUsage(sql: string): void;
  close(): void;
}

interface Files {
  readonly database?: string;
  readonly usage?: string;
}

/** What billing works with, on databases of its own. */
export function openBilling({ database, usage: path = ":memory:" }: Files = {}): TestBilling {
  const desk = openDesk(database);
  const usages = openDatabase({ path, migrations: usageMigrations, now: noon, durability: "normal" });
  const usage = createSqliteUsageLog(usages, (cause) => {
    throw cause;
  });
  return {
    desk,
    tenancy: desk.tenancy,
    statements: desk.statements,
    usage,
    prices: defaultPrices,
    async use({ act: { organizationId } }, at, count = 1, use = {}) {
      const one = aUse({ publicKeyId: organizationId, organizationId, at, ...use });
      await Promise.all(Array.from({ length: count }, () => usage.record(one)));
    },
    executeUsage: (sql) => void usages.exec(sql),
    close() {
      usage.close();
      desk.close();
    },
  };
}

/** As `openBilling`, closed when the test is over. */
export function aBilling(files?: Files): TestBilling {
  const billing = openBilling(files);
  onTestFinished(() => billing.close());
  return billing;
}
