import { installation, type ChainId, type OrganizationId, type TenancyStore } from "@katkey/keys";
import type { readLogs } from "../installation.ts";

export type Logs = ReturnType<typeof readLogs>;

/** A log with the name of whose it is. */
export interface Chain {
  readonly id: ChainId;
  readonly name: string;
}

/** Of every organization that there is, or of which a log is left; then the installation's own. */
export async function everyChain({ tenancy, heads }: Logs): Promise<readonly Chain[]> {
  const organizations = await everyOrganization(tenancy);
  const known = new Set<ChainId>([...organizations.map(({ id }) => id), installation]);
  const orphans = heads().filter(({ organizationId }) => !known.has(organizationId));
  return [
    ...organizations,
    ...orphans.map(({ organizationId: id }) => ({ id, name: "no organization" })),
    { id: installation, name: "the installation itself" },
  ];
}

async function everyOrganization(tenancy: TenancyStore): Promise<readonly Chain[]> {
  const found: Chain[] = [];
  let after: OrganizationId | undefined;
  do {
    const { items, nextCursor } = await tenancy.listOrganizations({ limit: 100, ...(after && { after }) });
    found.push(...items.map(({ id, name }) => ({ id, name })));
    after = nextCursor === null ? undefined : items.at(-1)?.id;
  } while (after !== undefined);
  return found;
}
