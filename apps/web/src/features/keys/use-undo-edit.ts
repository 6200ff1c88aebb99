import type { KeyId, OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPCClient } from "../../lib/api/trpc.ts";
import type { KeyPatch } from "./edit/key-patch.ts";
import { useKeysChanged } from "./use-keys-changed.ts";

/**
 * Takes an edit of a key back, by another edit to what was there before. With the key's revision after the first one:
 * once it has another, somebody else's change would be taken back too, and the server refuses.
 */
export function useUndoEdit(organizationId: OrganizationId, keyId: KeyId) {
  const client = useTRPCClient();
  const keysChanged = useKeysChanged();
  return (before: KeyPatch, { revision }: { readonly revision: number }) =>
    client.keys.edit.mutate({ organizationId, keyId, patch: before, revision }).finally(keysChanged);
}
