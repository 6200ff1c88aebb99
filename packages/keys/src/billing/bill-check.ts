import type { Billing } from "./billing.ts";
import { countBilled } from "./billed-requests.ts";
import { chargesOf } from "./charges.ts";
import type { OrganizationId } from "../id.ts";
import { monthOf, nextMonth, type Month } from "./month.ts";
import type { Organization } from "../organizations/organization.ts";
import type { Statement } from "./statement.ts";

/** A bill that is not what was counted. */
export interface BillDifference {
  readonly organizationId: OrganizationId;
  readonly month: Month;
  /**
   * What differs. `statement`: there is none although a later month has one. `keys`: the sum over the keys.
   * The others are figures of the statement.
   */
  readonly figure: "statement" | "keys" | "requests" | "requestsBeyond" | "amountBeyond" | "total";
  readonly counted: number;
  readonly billed: number;
}

/** Compares a statement with what was counted in its month, over all keys and key by key, and reckons it anew. */
export async function checkStatement(
  { usage }: Pick<Billing, "usage">,
  statement: Statement,
): Promise<readonly BillDifference[]> {
  const { organizationId, month, plan, currency, price, requests } = statement;
  const counted = await countBilled(usage, { organizationId, month });
  const countedByKey = await countBilled(usage, { organizationId, month, groupBy: "key" });
  const prices = { currency, plans: { standard: price, enterprise: price } };
  const reckoned = chargesOf(plan, prices, requests);
  const figures = [
    { figure: "keys", counted: countedByKey, billed: requests },
    { figure: "requests", counted, billed: requests },
    ...(["requestsBeyond", "amountBeyond", "total"] as const).map((figure) => {
      return { figure, counted: reckoned[figure], billed: statement[figure] };
    }),
  ] as const;
  return figures
    .filter(({ counted, billed }) => counted !== billed)
    .map((difference) => ({ organizationId, month, ...difference }));
}

/** Months without a statement, of which later ones have theirs. */
export function missingStatements(
  { id: organizationId, createdAt }: Pick<Organization, "id" | "createdAt">,
  months: ReadonlySet<Month>,
): readonly BillDifference[] {
  const missing: BillDifference[] = [];
  const last = [...months].toSorted().at(-1) ?? "";
  for (let month = monthOf(createdAt); month < last; month = nextMonth(month)) {
    if (months.has(month)) continue;
    missing.push({ organizationId, month, figure: "statement", counted: 1, billed: 0 });
  }
  return missing;
}
