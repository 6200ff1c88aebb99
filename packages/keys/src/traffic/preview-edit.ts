import type { Act } from "../actor.ts";
import { parseAddressList } from "../keys/address-list.ts";
import { publicKeyIdsOf, type ApiKey } from "../keys/api-key.ts";
import type { Desk } from "../desk.ts";
import { effectOfAddresses, effectOfEnd, effectOfScopes, type Effect, type Preview } from "./effect.ts";
import type { Evidence } from "./evidence.ts";
import type { KeyId } from "../id.ts";
import { findManagedKey } from "../keys/key-authority.ts";
import type { KeyPatch } from "../keys/key-store.ts";
import { previewedSince, trafficOf, type KeyTraffic } from "./key-traffic.ts";
import type { Role } from "../organizations/role.ts";

/** What an edit can take away. */
export interface EditPreviewRequest extends Pick<
  KeyPatch,
  "scopes" | "addresses" | "expiresAt" | "responsibleMemberId"
> {
  readonly keyId: KeyId;
}

/**
 * What of the last 7 days' traffic would have been refused, had the key been edited so: by fewer scopes, its own or
 * those of another member's role, by fewer addresses, and by an expiry before as many days are over.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `addresses_invalid`
 */
export async function previewEdit(
  evidence: Evidence,
  act: Act,
  request: EditPreviewRequest,
): Promise<Preview> {
  const key = await findManagedKey(evidence.desk, act, request.keyId);
  const since = previewedSince(act.now);
  const traffic = await trafficOf(evidence, act, { publicKeyIds: publicKeyIdsOf(key, since), since });
  const { scopes: rules } = evidence.desk;
  const scopes = {
    before: rules.effective(key.scopes, key.responsible.role),
    after: rules.effective(request.scopes ?? key.scopes, await roleAfter(evidence.desk, key, request)),
  };
  const addresses = {
    before: key.addresses,
    after: request.addresses === undefined ? key.addresses : parseAddressList(request.addresses),
  };
  const effects = [
    effectOfScopes(traffic, (route) => evidence.scopesOf(route), scopes),
    effectOfAddresses(traffic, addresses),
    ...effectOfExpiry(traffic, request, act.now),
  ];
  const { requests, clients } = traffic;
  return {
    since,
    requests,
    clients,
    effects: effects.filter((effect) => effect.requests + effect.unknown > 0),
  };
}

async function roleAfter(
  { tenancy }: Desk,
  { organizationId, responsible }: ApiKey,
  { responsibleMemberId: heirId }: EditPreviewRequest,
): Promise<Role | null> {
  if (heirId === undefined || heirId === responsible.memberId) return responsible.role;
  return (await tenancy.findMember(organizationId, heirId))?.role ?? null;
}

function effectOfExpiry(
  traffic: KeyTraffic,
  { expiresAt }: EditPreviewRequest,
  now: number,
): readonly Effect[] {
  if (expiresAt === undefined || expiresAt === null) return [];
  const lookedBack = now - previewedSince(now);
  return expiresAt - now < lookedBack ? [effectOfEnd("expiry", traffic)] : [];
}
