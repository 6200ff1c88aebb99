import type { Act, MemberActor } from "../actor.ts";
import { assertManagesApps, findOwnedApp } from "../apps/app-authority.ts";
import type { AppDesk } from "../apps/app-desk.ts";
import type { AppId, GrantId } from "../id.ts";
import type { Page } from "../page.ts";
import type { Connection, Customer } from "./grant-store.ts";

/** The apps that are connected to the organization, and those that were; every member sees them, as they see keys. */
export function listGrants(
  { grants }: Pick<AppDesk, "grants">,
  { organizationId }: Act<MemberActor>,
): Promise<readonly Connection[]> {
  return grants.list(organizationId);
}

interface EndedQuery {
  readonly before?: GrantId;
  readonly limit: number;
}

/** The connections that ended, however many, newest first. */
export function listEndedGrants(
  { grants }: Pick<AppDesk, "grants">,
  { organizationId }: Act<MemberActor>,
  query: EndedQuery,
): Promise<Page<Connection>> {
  return grants.listEnded({ ...query, organizationId });
}

interface CustomersQuery {
  readonly appId: AppId;
  readonly before?: GrantId;
  readonly limit: number;
}

/** Who has connected one of the organization's own apps, newest first. @throws KeyError `app_not_found`, `role_not_allowed` */
export async function listCustomers(
  desk: Pick<AppDesk, "apps" | "grants">,
  act: Act<MemberActor>,
  query: CustomersQuery,
): Promise<Page<Customer>> {
  assertManagesApps(act);
  await findOwnedApp(desk, act.organizationId, query.appId);
  return desk.grants.listOfApp({ ...query, owner: act.organizationId });
}
