import { checkStatement, missingStatements, type BillDifference } from "./bill-check.ts";
import type { Billing } from "./billing.ts";
import type { OrganizationId } from "../id.ts";
import type { Month } from "./month.ts";
import type { Organization } from "../organizations/organization.ts";
import type { Page } from "../page.ts";
import type { Statement } from "./statement.ts";
import type { UsageDifference } from "../usage/usage-log.ts";

/** Organizations, or statements, that are read at a time. */
const batch = 100;

/** What was gone through, and whatever was not as it must be. */
export interface UsageVerification {
  readonly organizations: number;
  /** Months of an organization in which something was counted. */
  readonly months: number;
  /** Requests that were counted one by one; of those that are older than 13 months only sums are known. */
  readonly requests: number;
  readonly statements: number;
  /** Rows of uses that could not be read, and are in no sum. */
  readonly unread: number;
  readonly sums: readonly UsageDifference[];
  readonly bills: readonly BillDifference[];
}

/**
 * Recomputes every sum: what was counted for each key is what each hour, day and month of the
 * organization says, and what its statements bill. Changes nothing.
 */
export async function verifyUsage(
  billing: Pick<Billing, "tenancy" | "usage" | "statements">,
): Promise<UsageVerification> {
  const { months, requests, unread, differences: sums } = await billing.usage.check();
  const bills: BillDifference[] = [];
  let organizations = 0;
  let statements = 0;
  for await (const organization of organizationsOf(billing)) {
    organizations += 1;
    const billed = new Set<Month>();
    for await (const statement of statementsOf(billing, organization.id)) {
      billed.add(statement.month);
      bills.push(...(await checkStatement(billing, statement)));
    }
    bills.push(...missingStatements(organization, billed));
    statements += billed.size;
  }
  return { organizations, months, requests, statements, unread, sums, bills };
}

function organizationsOf({ tenancy }: Pick<Billing, "tenancy">): AsyncIterable<Organization> {
  return everyItem((last) => tenancy.listOrganizations({ ...(last && { after: last.id }), limit: batch }));
}

function statementsOf(
  { statements }: Pick<Billing, "statements">,
  organizationId: OrganizationId,
): AsyncIterable<Statement> {
  return everyItem((last) =>
    statements.list(organizationId, { ...(last && { before: last.month }), limit: batch }),
  );
}

async function* everyItem<Item>(
  pageBehind: (last: Item | undefined) => Promise<Page<Item>>,
): AsyncIterable<Item> {
  let page: Page<Item> | undefined;
  do {
    page = await pageBehind(page?.items.at(-1));
    yield* page.items;
  } while (page.nextCursor !== null);
}
