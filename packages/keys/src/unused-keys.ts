import { setImmediate as nextTurn } from "node:timers/promises";
import type { Desk } from "./desk.ts";
import type { KeyId, OrganizationId } from "./id.ts";
import type { UsageLog } from "./usage-log.ts";
import type { KeysInUse } from "./waiting.ts";

const unusedForMs = 90 * 24 * 60 * 60 * 1_000;

/** Keys that are looked at before other requests have their turn: a few milliseconds. */
const slice = 2_000;

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
    const [first, last] = [older[0], older.at(-1)];
    if (first === undefined || last === undefined) return unused;
    const used = await usage.usedKeys(organizationId, { first, last, since });
    unused.push(...older.filter((keyId) => !used.has(keyId)));
    if (older.length < slice) return unused;
    after = last;
    await nextTurn();
  }
}
