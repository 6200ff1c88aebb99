import type { Database } from "better-sqlite3";
import { firstIdOf, type KeyId, type OrganizationId } from "../../id.ts";
import type { KeyStore } from "../../keys/key-store.ts";
import { roles } from "../../organizations/role.ts";
import { roleAllows } from "../../keys/scope.ts";
import type { ScopeRules } from "../../keys/scope-rules.ts";
import type { KeysInUse, Overlap, WaitingQuery, WaitingReason } from "../../keys/waiting.ts";
import { keyIdsIn } from "../key-ids-in.ts";

/** What the queries name, all of them. */
interface Asked {
  readonly organizationId: OrganizationId;
  readonly memberId: string | null;
  readonly now: number;
}

const isMeant = `k.organization_id = @organizationId and k.revoked_at is null
  and (k.expires_at is null or k.expires_at > @now)
  and (@memberId is null or k.responsible_member_id = @memberId)`;

/** A member with a role that lacks scopes, and a key that was granted one of them. No key in use is a removed member's. */
function isCurtailed({ all }: ScopeRules): string {
  return roles
    .map((role) => ({ role, lacking: all.filter((scope) => !roleAllows(role, scope)) }))
    .filter(({ lacking }) => lacking.length > 0)
    .map(({ role, lacking }) => {
      const granted = lacking.map((scope) => `instr(k.scopes, '"${scope}"')`).join(" or ");
      return `(m.role = '${role}' and (${granted}))`;
    })
    .join(" or ");
}

// `cross join` keeps SQLite from going through all keys of the organization instead.
const waiting = (rules: ScopeRules) =>
  ({
    exposed: `
    from key_secret s cross join api_key k on k.id = s.key_id
    where s.organization_id = @organizationId and s.exposed_at is not null
      and s.retired_at is null and (s.retires_at is null or s.retires_at > @now) and ${isMeant}
    group by k.id order by max(s.exposed_at) desc, k.id desc`,
    curtailed: `
    from member m cross join api_key k indexed by api_key_by_member on k.responsible_member_id = m.id
    where m.organization_id = @organizationId and m.removed_at is null and (${isCurtailed(rules)}) and ${isMeant}
    order by k.id desc`,
    expiring: `
    from api_key k indexed by api_key_expiring
    where k.expires_at > @now and k.expires_at < @expiresBefore and ${isMeant}
    order by k.expires_at, k.id`,
  }) satisfies Record<WaitingReason, string>;

const overlaps = `
  select k.id as keyId, s.public_key_id as retiring, c.public_key_id as current,
    c.created_at as rotatedAt, s.exposed_at is not null as isExposed
  from key_secret s cross join api_key k on k.id = s.key_id
    cross join key_secret c on c.key_id = k.id and c.retires_at is null
  where s.organization_id = @organizationId and s.retires_at > @now and s.retired_at is null and ${isMeant}
  order by c.created_at, k.id`;

const older = `
  select json_group_array(id) from (select k.id from api_key k indexed by api_key_by_creation
  where k.id > @after and k.id < @before and ${isMeant}
  order by k.id limit @limit)`;

/** Ids are in the order of time. */
interface Between {
  /** Empty: before all. */
  readonly after: KeyId | "";
  readonly before: KeyId;
  readonly limit: number;
}

type WaitingKeysStore = Pick<KeyStore, "listWaiting" | "listOverlaps" | "listOlder">;

/** Which keys wait for somebody. */
export function createWaitingKeys(database: Database, rules: ScopeRules): WaitingKeysStore {
  const from = waiting(rules);
  const prepareWaiting = (reason: WaitingReason) =>
    database
      .prepare<Asked & Pick<WaitingQuery, "expiresBefore">, KeyId>(`select k.id ${from[reason]}`)
      .pluck();
  const statements = {
    exposed: prepareWaiting("exposed"),
    curtailed: prepareWaiting("curtailed"),
    expiring: prepareWaiting("expiring"),
  } as const satisfies Record<WaitingReason, unknown>;
  const listOverlaps = database.prepare<Asked, Omit<Overlap, "isExposed"> & { isExposed: 0 | 1 }>(overlaps);
  const listOlder = database.prepare<Asked & Between, string>(older).pluck();

  return {
    async listWaiting(organizationId, { reason, expiresBefore, ...query }) {
      return statements[reason].all({ ...asked(organizationId, query), expiresBefore });
    },

    async listOverlaps(organizationId, query) {
      const found = listOverlaps.all(asked(organizationId, query));
      return found.map(({ isExposed, ...overlap }) => ({ ...overlap, isExposed: isExposed === 1 }));
    },

    async listOlder(organizationId, query) {
      const { after, limit } = query;
      const before = firstIdOf("key", query.madeBefore);
      return keyIdsIn(listOlder.get({ ...asked(organizationId, query), after: after ?? "", before, limit }));
    },
  };
}

function asked(organizationId: OrganizationId, { now, responsibleMemberId }: KeysInUse): Asked {
  return { organizationId, memberId: responsibleMemberId ?? null, now };
}
