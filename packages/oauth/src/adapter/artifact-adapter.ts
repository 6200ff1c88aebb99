import { hash } from "node:crypto";
import { parseTokenOf } from "@katkey/keys";
import { errors, type Adapter, type AdapterPayload } from "oidc-provider";
import type { Artifact, FoundArtifact } from "../artifact-store.ts";
import { grantIdOf } from "../grant-id.ts";
import type { OAuthSettings } from "../settings.ts";
import { seal, unseal } from "./sealed.ts";

type Kept = Pick<OAuthSettings, "artifacts" | "now" | "desk">;

/** What has our tokens' form: anything else is refused without a look-up. */
const tokenKindOf: ReadonlyMap<string, "oat" | "ort"> = new Map([
  ["AccessToken", "oat"],
  ["ClientCredentials", "oat"],
  ["RefreshToken", "ort"],
]);

/** What is found by its id alone, and holds other ids. */
const sealedModels = new Set(["Interaction", "PushedAuthorizationRequest"]);

/** Keeps one model's artifacts. An id never reaches the store: only its hash does. */
export function artifactAdapter(model: string, { artifacts, now, desk }: Kept): Adapter {
  const kind = tokenKindOf.get(model);
  const isSealed = sealedModels.has(model);
  const wanted = (id: string) => ({ id: hashOf(id), model });

  return {
    async find(id) {
      if (kind !== undefined && parseTokenOf(desk.brand, kind, id) === null) return undefined;
      const found = await artifacts.find({ ...wanted(id), now: now() });
      if (found === null) return undefined;
      const text = isSealed ? unseal(id, found.payload) : found.payload;
      return { ...payloadOf({ ...found, payload: text }), jti: id };
    },
    // Whoever finds a session so cannot save it: its id is not known.
    async findByUid(uid) {
      const found = await artifacts.findByUid({ model, uid, now: now() });
      return found === null ? undefined : payloadOf(found);
    },
    async upsert(id, payload, expiresIn = 0) {
      const { jti: _jti, ...rest } = payload;
      const text = JSON.stringify(rest);
      const artifact: Artifact = {
        ...wanted(id),
        publicId: kind === "oat" ? parseTokenOf(desk.brand, kind, id) : null,
        ...referencesOf(payload),
        payload: isSealed ? seal(id, text, desk.random) : text,
        expiresAt: now() + expiresIn * 1000,
      };
      if (model !== "ReplayDetection") return artifacts.save(artifact);
      // The library looks before it writes, and two of the same could pass by each other.
      if (!(await artifacts.add(artifact, now()))) throw new errors.InvalidClientAuth("it was already used");
    },
    async consume(id) {
      if (await artifacts.consume({ ...wanted(id), now: now() })) return;
      if (model === "PushedAuthorizationRequest") throw new errors.InvalidRequestUri("it was already used");
      throw new errors.InvalidGrant("already consumed");
    },
    destroy: (id) => artifacts.remove(wanted(id)),
    revokeByGrantId: (grantId) => artifacts.removeOfGrant({ model, grantId }),
    findByUserCode: async () => undefined,
  };
}

function hashOf(id: string): Uint8Array {
  return hash("sha256", id, "buffer");
}

function payloadOf({ payload, consumedAt }: FoundArtifact): AdapterPayload {
  const stored: AdapterPayload = JSON.parse(payload);
  return consumedAt === null ? stored : { ...stored, consumed: Math.floor(consumedAt / 1000) };
}

function referencesOf(payload: AdapterPayload): Pick<Artifact, "grantId" | "uid"> {
  return { grantId: grantIdOf(payload), uid: payload.uid ?? null };
}
