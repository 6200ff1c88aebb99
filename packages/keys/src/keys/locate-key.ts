import { KeyError } from "../errors.ts";
import type { Desk } from "../desk.ts";
import type { OrganizationId } from "../id.ts";
import type { KeyChange } from "./key-store.ts";

interface Whereabouts {
  /** Of a key, or the publicKeyId of one of its secrets. */
  readonly id: string;
  /** Whose it must be; absent: anybody's. */
  readonly organizationId?: OrganizationId;
}

/**
 * Where a key is, for the shell: whoever holds what leaked knows no more of it than its publicKeyId.
 * @throws KeyError `key_not_found`
 */
export async function locateKey(
  { store }: Pick<Desk, "store">,
  { id, organizationId }: Whereabouts,
): Promise<KeyChange> {
  const found = await store.locateKey(id);
  if (found !== null && (organizationId === undefined || found.organizationId === organizationId))
    return found;
  throw new KeyError("key_not_found", "There is no such key.");
}
