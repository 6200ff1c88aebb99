import {
  serviceTokenStatusOf,
  type IssuedServiceToken,
  type OrganizationId,
  type ServiceDesk,
  type ServiceToken,
} from "@katkey/keys";
import { secretStateIn } from "./secret-state.ts";
import { timeOf } from "./time.ts";

type Sources = Pick<ServiceDesk, "tenancy" | "brand">;

/** Service tokens as they leave the server, with the names of what they cover, and never with a token. */
export async function serviceTokenViewsOf(desk: Sources, records: readonly ServiceToken[], now: number) {
  const covered = new Set(records.flatMap(({ organizations }) => organizations ?? []));
  const found = await Promise.all([...covered].map((id) => desk.tenancy.findOrganization(id)));
  const names = new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
  return records.map((record) => viewOf(record, { names, brand: desk.brand, now }));
}

export async function serviceTokenViewOf(desk: Sources, record: ServiceToken, now: number) {
  const [view] = await serviceTokenViewsOf(desk, [record], now);
  if (view === undefined) throw new Error("no view");
  return view;
}

/** The one answer that holds the token. */
export async function issuedServiceTokenViewOf(desk: Sources, issued: IssuedServiceToken, now: number) {
  return { serviceToken: await serviceTokenViewOf(desk, issued.record, now), token: issued.token };
}

interface Surroundings {
  readonly names: ReadonlyMap<OrganizationId, string>;
  readonly brand: string;
  readonly now: number;
}

function viewOf(record: ServiceToken, surroundings: Surroundings) {
  const { id, name, scope, organizations, createdAt, createdBy, expiresAt, revokedAt } = record;
  const { names, now } = surroundings;
  return {
    id,
    name,
    scope,
    status: serviceTokenStatusOf(record, now),
    /** `null`: all of them. */
    organizations: organizations?.map((one) => ({ id: one, name: names.get(one) ?? one })) ?? null,
    createdAt: timeOf(createdAt),
    createdBy,
    expiresAt: timeOf(expiresAt),
    revokedAt: timeOf(revokedAt),
    secrets: record.secrets.map((secret) => secretViewOf(record, secret, surroundings)),
  };
}

function secretViewOf(
  record: ServiceToken,
  secret: ServiceToken["secrets"][0],
  { brand, now }: Surroundings,
) {
  const { publicKeyId, hint, createdAt, retiresAt, retiredAt } = secret;
  return {
    publicKeyId,
    /** How people recognize the token: all of it that is safe to show. */
    maskedToken: `${brand}_svc_…${hint}`,
    state: secretStateIn(serviceTokenStatusOf(record, now), secret, now),
    createdAt: timeOf(createdAt),
    /** When it was refused first, or will be. */
    retiresAt: timeOf(retiredAt ?? retiresAt),
  };
}
