import type { AuditLog } from "../audit/audit-log.ts";
import { installation } from "../audit/audit.ts";
import { eventOf } from "../deed.ts";
import type { OrganizationId } from "../id.ts";
import type { TenancyStore } from "../organizations/tenancy-store.ts";

/** Organizations that are read at a time. */
const batch = 100;

interface Restore {
  /** Whose doing it is, as the log calls them: `katkey restore`. */
  readonly command: string;
  readonly now: number;
  /** When the backup was made. */
  readonly madeAt: number;
}

/**
 * Notes in the log of the installation and of every organization that what happened after the backup is not in it:
 * what follows is another history than an export from before may tell.
 */
export async function recordRestore(
  { audit, tenancy }: { readonly audit: AuditLog; readonly tenancy: TenancyStore },
  { command, now, madeAt }: Restore,
): Promise<void> {
  const actor = { type: "operator", id: null, label: command } as const;
  const circumstances = { now, actor, address: null, requestId: null };
  const after = { backupMadeAt: madeAt };
  const object = { type: "installation", id: installation, label: "Katkey" } as const;
  const own = { action: "installation.restored", object, after } as const;
  await audit.append(eventOf({ ...circumstances, organizationId: installation }, own));
  let last: OrganizationId | null = null;
  do {
    const page = await tenancy.listOrganizations({ ...(last !== null && { after: last }), limit: batch });
    const events = page.items.map(({ id, name }) => {
      const told = {
        action: "organization.restored",
        object: { type: "organization", id, label: name },
      } as const;
      return eventOf({ ...circumstances, organizationId: id }, { ...told, after });
    });
    await audit.append(...events);
    last = page.nextCursor === null ? null : (page.items.at(-1)?.id ?? null);
  } while (last !== null);
}
