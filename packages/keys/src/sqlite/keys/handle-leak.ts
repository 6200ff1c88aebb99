import { and, isNotNull, isNull } from "drizzle-orm";
import type { KeyStore, LeakChange, LiveKeyChange } from "../../keys/key-store.ts";
import type { Connection, Executor } from "../executor.ts";
import { exposeSecret, revokeKey } from "./key-changes.ts";
import { recorded } from "../recorded.ts";
import { endOverlap, isSecretOf, isUsable, keyIsInUse } from "./rotate-secret.ts";
import { keySecret } from "../schema.ts";
import type { prepareSoundKeys } from "./sound-keys.ts";

/** What is done about secrets that were reported as leaked. */
export function createLeakHandling(
  db: Connection,
  soundly: ReturnType<typeof prepareSoundKeys>["secret"],
): Pick<KeyStore, "handleLeak" | "release"> {
  return {
    handleLeak: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => handleLeak(tx, change) }),

    release: async (change, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) => soundly({ to: change.publicKeyId }, () => releaseSecret(tx, change)),
      }),
  };
}

/** Does what is to be done about a leak, and notes the report, unless an earlier one is noted. */
function handleLeak(tx: Executor, change: LeakChange): boolean {
  const { organizationId, publicKeyId, report: exposure, measure } = change;
  const expose = () => exposeSecret(tx, { organizationId, publicKeyId, exposure });
  if (measure === "mark") return expose();
  if (!hasDone(tx, change, measure)) return false;
  expose();
  return true;
}

function hasDone(tx: Executor, change: LeakChange, measure: Exclude<LeakChange["measure"], "mark">): boolean {
  if (measure === "quarantine") return quarantine(tx, change);
  if (measure === "retire") return endOverlap(tx, change);
  return revokeKey(tx, { ...change, revocation: measure.revoke });
}

/** Once only: whoever releases a secret has decided about it. */
function quarantine(tx: Executor, change: LeakChange): boolean {
  const { publicKeyId, now } = change;
  const { changes } = tx
    .update(keySecret)
    .set({ quarantinedAt: now })
    .where(
      and(
        isSecretOf(change, publicKeyId),
        isUsable(now),
        keyIsInUse(tx, change),
        isNull(keySecret.quarantinedAt),
      ),
    )
    .run();
  return changes === 1;
}

/** Lets a secret in again; `false` when it was not in quarantine, or it or its key has ended. */
function releaseSecret(tx: Executor, change: LiveKeyChange & { readonly publicKeyId: string }): boolean {
  const { publicKeyId, now } = change;
  const { changes } = tx
    .update(keySecret)
    .set({ releasedAt: now })
    .where(
      and(
        isSecretOf(change, publicKeyId),
        isUsable(now),
        keyIsInUse(tx, change),
        isNotNull(keySecret.quarantinedAt),
        isNull(keySecret.releasedAt),
      ),
    )
    .run();
  return changes === 1;
}
