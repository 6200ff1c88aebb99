import { randomInt, randomUUID } from "node:crypto";
import { callRest } from "./call-rest.ts";
import type { Journal } from "./journal.ts";
import type { Story, Surroundings } from "./surroundings.ts";

/** How a writer changes keys: as people do, or as another key does. */
interface Hands {
  issue(name: string): Promise<Issued>;
  rotate(issued: Issued, overlapSeconds: number): Promise<string>;
  edit(keyId: KeyId, note: string): Promise<unknown>;
  endOverlap(keyId: KeyId): Promise<unknown>;
  revoke(keyId: KeyId): Promise<unknown>;
}

type KeyId = `key_${string}`;

interface Issued {
  readonly keyId: KeyId;
  readonly publicKeyId: string;
  readonly token: string;
}

interface KeyAnswer {
  readonly key: { readonly id: KeyId; readonly secrets: readonly { readonly publicKeyId: string }[] };
  readonly token: string;
}

export const keysByPeople: Story = (surroundings) => lifeOfKey(surroundings, people(surroundings));
export const keysByKeys: Story = (surroundings) => lifeOfKey(surroundings, machines(surroundings));

/** Some keys stop here and there on their way, so that a kill finds them in every state. */
async function lifeOfKey({ journal }: Surroundings, hands: Hands): Promise<void> {
  const name = `Storm ${randomUUID()}`;
  const issued = await journal.send({ action: "key.issued", subject: name }, () => hands.issue(name));
  const { keyId } = issued;
  journal.tokens.set(keyId, { token: issued.token, accepted: true });
  const last = randomInt(5);
  const change = { journal, keyId };

  if (last < 1) return;
  const overlapSeconds = randomInt(2) * 60;
  const token = await changed({ ...change, action: "key.rotated" }, () =>
    hands.rotate(issued, overlapSeconds),
  );
  journal.tokens.set(keyId, { token, accepted: true });
  if (last < 2) return;
  await journal.send({ action: "key.edited", subject: keyId }, () => hands.edit(keyId, randomUUID()));
  if (last < 3) return;
  if (overlapSeconds > 0) {
    await journal.send({ action: "key.overlap_ended", subject: keyId }, () => hands.endOverlap(keyId));
  }
  if (last < 4) return;
  await changed({ ...change, action: "key.revoked" }, () => hands.revoke(keyId));
  journal.tokens.set(keyId, { token, accepted: false });
}

interface KeyChange {
  readonly journal: Journal;
  readonly keyId: KeyId;
  readonly action: string;
}

/** While it is under way, nobody can say what the key's token is good for. */
function changed<T>({ journal, keyId, action }: KeyChange, request: () => Promise<T>): Promise<T> {
  const known = journal.tokens.get(keyId);
  if (known) known.accepted = null;
  return journal.send({ action, subject: keyId }, request);
}

function people({ dashboard, organizationId }: Surroundings): Hands {
  const { keys } = dashboard;
  return {
    async issue(name) {
      const { key, token } = await keys.issue.mutate({
        organizationId,
        key: { name, environment: "live" },
      });
      return { keyId: key.id, publicKeyId: key.secrets[0]?.publicKeyId ?? "", token };
    },
    async rotate({ keyId, publicKeyId }, overlapSeconds) {
      const rotation = { overlapSeconds, replaces: publicKeyId };
      return (await keys.rotate.mutate({ organizationId, keyId, rotation })).token;
    },
    edit: (keyId, note) => keys.edit.mutate({ organizationId, keyId, patch: { note } }),
    endOverlap: (keyId) => keys.endOverlap.mutate({ organizationId, keyId }),
    revoke: (keyId) => keys.revoke.mutate({ organizationId, keyId, revocation: { reason: "unused" } }),
  };
}

const at = (keyId: KeyId) => `/v1/keys/${keyId}`;

function machines(caller: Surroundings): Hands {
  return {
    async issue(name) {
      const body = { name, environment: "live" };
      const { key, token } = await callRest<KeyAnswer>(caller, { method: "POST", path: "/v1/keys", body });
      return { keyId: key.id, publicKeyId: key.secrets[0]?.publicKeyId ?? "", token };
    },
    async rotate({ keyId }, overlapSeconds) {
      const path = `${at(keyId)}/rotate`;
      return (await callRest<{ token: string }>(caller, { method: "POST", path, body: { overlapSeconds } }))
        .token;
    },
    edit: (keyId, note) => callRest(caller, { method: "PATCH", path: at(keyId), body: { note } }),
    endOverlap: (keyId) => callRest(caller, { method: "POST", path: `${at(keyId)}/end-overlap` }),
    revoke: (keyId) =>
      callRest(caller, { method: "POST", path: `${at(keyId)}/revoke`, body: { reason: "unused" } }),
  };
}
