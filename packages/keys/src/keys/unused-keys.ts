import { setImmediate as nextTurn } from "node:timers/promises";
import type { Desk } from "../desk.ts";
import type { KeyId, OrganizationId } from "../id.ts";
import type { UsageLog } from "../usage/usage-log.ts";
import type { KeysInUse } from "./waiting.ts";

const unusedForMs = 90 * 24 * 60 * 60 * 1_000;

/** Keys that are looked at before other requests have their turn: a few milliseconds. */
const slice = 5_000;

/** Keys in use that are older than 90 days and were not used for as long, the oldest first. */
export async function findUnusedKeys(
  { store, usage }: Pick<Desk, "store"> & { readonly usage: UsageLog },
  { organizationId, ...meant }: KeysInUse & { readonly organizationId: OrganizationId },
): Promise<readonly KeyId[]> {
  const since = meant.now - unusedForMs;
  const unused: KeyId[] = [];
  let after: KeyId | null = null;
  for (;;) {
    const older: readonly KeyId[] = await store.listOlder(organizationId, {
      ...meant,
      madeBefore: since,
      after,
      limit: slice,
    });
    unused.push(...(await usage.unusedKeys(organizationId, { keyIds: older, since, now: meant.now })));
    if (older.length < slice) return unused;
    after = older.at(-1) ?? null;
    await nextTurn();
  }
}
