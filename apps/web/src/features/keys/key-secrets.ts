import type { KeyView } from "../../lib/api/api-types.ts";
import type { SecretView } from "./key-types.ts";

/** The secret that new requests should use, or did when the key ended: the newest. */
export function newestSecretOf({ secrets }: Pick<KeyView, "secrets">): SecretView | null {
  return secrets[0] ?? null;
}

/** The replaced secret whose overlap still runs. */
export function retiringSecretOf({ secrets }: Pick<KeyView, "secrets">): SecretView | null {
  return secrets.find(({ state }) => state === "retiring") ?? null;
}

/** The secret that was reported as leaked, and is refused until somebody decides about it. */
export function quarantinedSecretOf({ secrets }: Pick<KeyView, "secrets">): SecretView | null {
  return (
    secrets.find(
      ({ state, quarantine }) =>
        quarantine !== null &&
        quarantine.releasedAt === null &&
        (state === "current" || state === "retiring"),
    ) ?? null
  );
}

export function earlierSecretsOf({ secrets }: Pick<KeyView, "secrets">): readonly SecretView[] {
  return secrets.slice(1).filter(({ state }) => state !== "retiring");
}

/** How many requests were made with the key, over all its secrets. */
export function requestsOf({ secrets }: Pick<KeyView, "secrets">): number {
  return secrets.reduce((sum, { lastUse }) => sum + (lastUse?.requests ?? 0), 0);
}

/** How many requests came with it since the rotation: with the new secret, all that it ever had. */
export function sinceRotationOf({ state, lastUse }: Pick<SecretView, "state" | "lastUse">): number {
  if (lastUse === null) return 0;
  return state === "retiring" ? lastUse.requestsRetiring : lastUse.requests;
}
