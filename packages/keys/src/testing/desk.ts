import { randomBytes } from "node:crypto";
import { createTestAppTokens, type TestAppTokens } from "./app-tokens.ts";
import { acceptInvitation } from "../organizations/accept-invitation.ts";
import type { Act, KeyActor, MemberActor, OperatorActor } from "../actor.ts";
import type { ApiKey } from "../keys/api-key.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import { createOrganization } from "../organizations/create-organization.ts";
import type { Desk } from "../desk.ts";
import { createId, type UserId } from "../id.ts";
import { invite } from "../organizations/invite.ts";
import { issue, type IssueRequest, type KeyWithToken } from "../keys/issue.ts";
import type { Plan } from "../organizations/plan.ts";
import type { Role } from "../organizations/role.ts";
import { roleAllows, type Scope } from "../keys/scope.ts";
import { createScopeRules } from "../keys/scope-rules.ts";
import type { AppStore } from "../apps/app-store.ts";
import type { GrantStore } from "../grants/grant-store.ts";
import type { ServiceTokenStore } from "../service-tokens/service-token-store.ts";
import type { StatementStore } from "../billing/statement-store.ts";
import type { UsageLog } from "../usage/usage-log.ts";
import {
  createSqliteAppStore,
  createSqliteAuditLog,
  createSqliteGrantStore,
  createSqliteKeyStore,
  createSqliteServiceTokenStore,
  createSqliteStatementStore,
  createSqliteTenancyStore,
  createSqliteUsageLog,
  keysMigrations,
  openDatabase,
  usageMigrations,
  type Sealing,
} from "../sqlite/index.ts";

/** A Saturday in November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 21, 12);

export interface TestDesk extends Desk {
  readonly audit: AuditLog;
  readonly statements: StatementStore;
  readonly serviceTokens: ServiceTokenStore;
  readonly apps: AppStore;
  readonly grants: GrantStore;
  readonly usage: UsageLog;
  readonly appTokens: TestAppTokens;
  /** Who is an operator of this installation. */
  readonly operators: Set<UserId>;
  /** Past the ports, for what no verb can do yet. */
  execute(sql: string): void;
  close(): void;
}

/** A desk on a database of its own; `:memory:` unless a path is given. `own`: the scopes that it declares. */
export function openDesk(path = ":memory:", own: readonly Scope[] = [], sealing?: Sealing): TestDesk {
  const database = openDatabase({ path, migrations: keysMigrations, now: noon, ...(sealing && { sealing }) });
  const operators = new Set<UserId>();
  const usage = openUsageLog();
  const scopes = createScopeRules(own);
  const tenancy = createSqliteTenancyStore(database, (userId) => operators.has(userId));
  const shared = { tenancy, random: randomBytes, brand: "kat", scopes };
  return {
    ...shared,
    store: createSqliteKeyStore(database, scopes),
    appTokens: createTestAppTokens(shared),
    serviceTokens: createSqliteServiceTokenStore(database, (userId) => operators.has(userId)),
    apps: createSqliteAppStore(database, (userId) => operators.has(userId)),
    grants: createSqliteGrantStore(database),
    operators,
    audit: createSqliteAuditLog(database),
    statements: createSqliteStatementStore(database),
    usage,
    execute: (sql) => void database.exec(sql),
    close() {
      database.close();
      usage.close();
    },
  };
}

function openUsageLog(): UsageLog {
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  return createSqliteUsageLog(database, (cause) => {
    throw cause;
  });
}

/** An organization's owner at work. `at` is the same person at another time. */
export interface Worker {
  readonly act: Act<MemberActor>;
  at(now: number): Act<MemberActor>;
}

export async function anOrganization(
  desk: Desk,
  { plan = "standard", now = noon }: { readonly plan?: Plan; readonly now?: number } = {},
): Promise<Worker> {
  const userId = createId("usr", now, desk.random);
  const email = `${userId.slice(-6).toLowerCase()}@example.com`;
  const { organization, member } = await createOrganization(desk, {
    name: "Acme",
    plan,
    owner: { userId, email },
    now,
    address: null,
    requestId: null,
  });
  const actor = { type: "member", userId, email, memberId: member.id, role: member.role } as const;
  return workerOf({ organizationId: organization.id, actor, now, address: "192.0.2.1", requestId: "r" });
}

/** Somebody who joins the owner's organization. */
export async function aMember(desk: Desk, owner: Worker, role: Role): Promise<Worker> {
  const { now } = owner.act;
  const userId = createId("usr", now, desk.random);
  const email = `${userId.slice(-6).toLowerCase()}@example.com`;
  const { token } = await invite(desk, owner.act, { email, role });
  const user = { id: userId, email };
  const { member } = await acceptInvitation(desk, { token, user, now, address: null, requestId: null });
  return workerOf({ ...owner.act, actor: { type: "member", userId, email, memberId: member.id, role } });
}

/** An operator of the installation at work on the organization, who is no member of it. */
export function anOperator(desk: TestDesk, { act }: Worker): Act<OperatorActor> {
  const userId = createId("usr", act.now, desk.random);
  desk.operators.add(userId);
  return { ...act, actor: { type: "operator", userId, email: "olivia@example.com" } };
}

/** One of the organization's keys at work on other keys, as `admit` would let it in. */
export function asKey(
  worker: Worker,
  { key, role = worker.act.actor.role }: { readonly key: ApiKey; readonly role?: Role },
): Act<KeyActor> {
  const actor: KeyActor = {
    type: "key",
    keyId: key.id,
    publicKeyId: key.secrets[0].publicKeyId,
    name: key.name,
    environment: key.environment,
    expiresAt: key.expiresAt,
    addresses: key.addresses,
    memberId: key.responsible.memberId,
    role,
    scopes: key.scopes.filter((scope) => roleAllows(role, scope)),
  };
  return { ...worker.act, actor };
}

function workerOf(act: Act<MemberActor>): Worker {
  return { act, at: (now) => ({ ...act, now }) };
}

let issued = 0;

/** A live key with a name of its own and everything else as it comes. */
export function aKey(desk: Desk, act: Act, request: Partial<IssueRequest> = {}): Promise<KeyWithToken> {
  issued += 1;
  return issue(desk, act, {
    name: `Key ${issued}`,
    note: null,
    environment: "live",
    addresses: [],
    expiresAt: null,
    ...request,
  });
}
