import { eventOf, keyObject } from "../deed.ts";
import type { Sighting } from "./exposure.ts";
import { katkeyItself } from "../actor.ts";
import type { KeyStore, SecretRecord } from "./key-store.ts";
import { verify } from "../admission/verify.ts";

interface Seen {
  readonly exposure: Sighting;
  readonly requestId: string;
}

/** Marks a secret as exposed, once: a leak is found by its first proof, and later ones cost no write. */
export async function expose(store: KeyStore, record: SecretRecord, { exposure, requestId }: Seen) {
  if (record.exposedAt !== null) return;
  const { organization, key, publicKeyId } = record;
  const { at: now, by, origin, address } = exposure;
  await store.markExposed(
    { organizationId: organization.id, publicKeyId, exposure },
    {
      standing: null,
      events: [
        eventOf(
          {
            organizationId: organization.id,
            now,
            actor: katkeyItself,
            address,
            requestId,
          },
          { action: "key.exposed", object: keyObject(key), after: { publicKeyId, by, origin } },
        ),
      ],
    },
  );
}

/** For a token found where none may be, such as a URL: marks its secret if it is a valid one. */
export async function exposeToken(
  store: KeyStore,
  token: string,
  { brand, ...seen }: Seen & { readonly brand: string },
): Promise<void> {
  const verification = await verify(store, token, { brand, now: seen.exposure.at });
  if (verification.valid) await expose(store, verification.record, seen);
}
