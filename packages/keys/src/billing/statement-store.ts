import type { Deed } from "../deed.ts";
import type { OrganizationId } from "../id.ts";
import type { Month } from "./month.ts";
import type { Organization } from "../organizations/organization.ts";
import type { Page } from "../page.ts";
import type { Statement } from "./statement.ts";

export interface DueQuery {
  /** The first month that is not meant any more. */
  readonly before: Month;
  /** Absent: all organizations. */
  readonly organizationId?: OrganizationId;
  readonly limit: number;
}

/** A month of an organization that has no statement yet: the first one. */
export interface DueStatement {
  readonly organization: Pick<Organization, "id" | "plan">;
  readonly month: Month;
}

/**
 * Where statements are kept. Each method is one atomic unit.
 * @throws KeyError `busy`, as the key store
 */
export interface StatementStore {
  /** Organizations that lack the statement of a month before `before` in which they existed. */
  listDue(query: DueQuery): Promise<readonly DueStatement[]>;
  /** `false`: the month has a statement, or the organization's plan is another by now. */
  insert(statement: Statement, deed: Deed): Promise<boolean>;
  /** Newest month first. */
  list(
    organizationId: OrganizationId,
    query: { readonly before?: Month; readonly limit: number },
  ): Promise<Page<Statement>>;
  find(organizationId: OrganizationId, month: Month): Promise<Statement | null>;
}
