import {
  exposureOf,
  retiringSecretOf,
  rotationVerdictOf,
  statusOf,
  type ApiKey,
  type Desk,
  type Exposure,
  type KeySecret,
  type LastUse,
  type ScopeRules,
  type UsageLog,
} from "@katkey/keys";
import type { KeyView } from "./key-answer.ts";
import { secretStateIn } from "./secret-state.ts";
import { timeOf } from "./time.ts";

interface Sources {
  readonly usage: Pick<UsageLog, "lastUses">;
  readonly desk: Pick<Desk, "brand" | "scopes">;
}

/** What a view needs beside the key. */
interface Surroundings {
  readonly lastUses: ReadonlyMap<string, LastUse>;
  readonly brand: string;
  readonly rules: ScopeRules;
  readonly now: number;
}

/** A key as it leaves the server: for the dashboard and the REST API alike, and never with a token. */
export async function keyViewOf(services: Sources, key: ApiKey, now: number): Promise<KeyView> {
  return viewOf(key, await surroundingsOf(services, [key], now));
}

/** Views of several keys, with one look-up of their last uses. */
export async function keyViewsOf(
  services: Sources,
  keys: readonly ApiKey[],
  now: number,
): Promise<readonly KeyView[]> {
  const surroundings = await surroundingsOf(services, keys, now);
  return keys.map((key) => viewOf(key, surroundings));
}

async function surroundingsOf(
  { usage, desk: { brand, scopes: rules } }: Sources,
  keys: readonly ApiKey[],
  now: number,
): Promise<Surroundings> {
  const [first] = keys;
  if (first === undefined) return { lastUses: new Map(), brand, rules, now };
  const ids = keys.flatMap(({ secrets }) => secrets.map(({ publicKeyId }) => publicKeyId));
  return { lastUses: await usage.lastUses(first.organizationId, ids), brand, rules, now };
}

function viewOf(key: ApiKey, surroundings: Surroundings): KeyView {
  const { lastUses, rules, now } = surroundings;
  return {
    id: key.id,
    name: key.name,
    note: key.note,
    environment: key.environment,
    status: statusOf(key, now),
    scopes: key.scopes,
    effectiveScopes: rules.effective(key.scopes, key.responsible.role),
    addresses: key.addresses,
    expiresAt: timeOf(key.expiresAt),
    createdAt: timeOf(key.createdAt),
    createdBy: key.createdBy,
    responsibleMemberId: key.responsible.memberId,
    revocation: key.revocation && { ...key.revocation, at: timeOf(key.revocation.at) },
    exposure: exposureViewOf(exposureOf(key, now)),
    lastUse: latestOf(key, lastUses),
    rotationVerdict: verdictOf(key, surroundings),
    secrets: key.secrets.map((secret) => secretViewOf(key, secret, surroundings)),
  };
}

function verdictOf(key: ApiKey, { lastUses, now }: Surroundings) {
  const [current] = key.secrets;
  const retiring = retiringSecretOf(key, now);
  if (retiring === null || statusOf(key, now) !== "rotating") return null;
  const lastUseOf = ({ publicKeyId }: KeySecret) => lastUses.get(publicKeyId) ?? null;
  const evidence = {
    rotatedAt: current.createdAt,
    retiring: lastUseOf(retiring),
    current: lastUseOf(current),
  };
  return rotationVerdictOf(evidence, now);
}

function secretViewOf(key: ApiKey, secret: KeySecret, { lastUses, brand, now }: Surroundings) {
  const { publicKeyId, hint, createdAt, retiresAt, retiredAt, exposure, quarantine } = secret;
  return {
    publicKeyId,
    hint,
    /** How people recognize the token: all of it that is safe to show. */
    maskedToken: `${brand}_${key.environment}_…${hint}`,
    state: secretStateIn(statusOf(key, now), secret, now),
    createdAt: timeOf(createdAt),
    /** When it was refused first, or will be. */
    retiresAt: timeOf(retiredAt ?? retiresAt),
    exposure: exposureViewOf(exposure),
    quarantine: quarantine && { at: timeOf(quarantine.at), releasedAt: timeOf(quarantine.releasedAt) },
    lastUse: lastUseViewOf(lastUses.get(publicKeyId)),
  };
}

function exposureViewOf(exposure: Exposure | null) {
  const nowhere = { origin: null, address: null, source: null, url: null };
  return exposure && { ...nowhere, ...exposure, at: timeOf(exposure.at) };
}

function latestOf(key: ApiKey, lastUses: Surroundings["lastUses"]) {
  const uses = key.secrets.flatMap(({ publicKeyId }) => lastUses.get(publicKeyId) ?? []);
  return lastUseViewOf(uses.toSorted((a, b) => b.at - a.at)[0]);
}

function lastUseViewOf(use: LastUse | undefined) {
  if (use === undefined) return null;
  const { organizationId: _, keyId: __, publicKeyId: ___, at, ...rest } = use;
  return { at: timeOf(at), ...rest };
}
