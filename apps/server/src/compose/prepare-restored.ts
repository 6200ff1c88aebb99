import { randomBytes } from "node:crypto";
import { reapplyExports, type OpenCopy, type ReappliedLog } from "@katkey/backup";
import { createBanCheck, createPeople, endAllSessions, IdentityError } from "@katkey/identity";
import { createScopeRules, recordRestore, type BanStore, type RestoreDesk } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { forgetArtifacts } from "@katkey/oauth/sqlite";
import type { Config } from "../config.ts";

interface Preparation {
  readonly config: Pick<Config, "tokenBrand" | "ownScopes">;
  /** Exports of audit logs, newer than the backup. */
  readonly exports: readonly string[];
  /** What people and apps were let in by stays: only where nothing was ended after the backup was made. */
  readonly keepSessions: boolean;
  /** When the backup was made. */
  readonly madeAt: number;
  readonly now: number;
  /** Whose doing it is, as the logs call them. */
  readonly command: string;
}

export interface Prepared {
  readonly logs: readonly ReappliedLog[];
  readonly endedSessions: number;
  /** Codes and tokens of partner apps among them. */
  readonly forgottenArtifacts: number;
}

/**
 * Makes what a backup holds fit for going on: what ended after it ends, nobody is signed in by what may have ended
 * since, and every log says that this was done. @throws BackupError, KeyError
 */
export async function prepareRestored(
  copy: OpenCopy,
  { config, madeAt, exports, keepSessions, now, command }: Preparation,
): Promise<Prepared> {
  const { database } = copy;
  const desk = deskOn(database, config);
  const logs = await reapplyExports(copy, desk, { files: exports, now, command });
  const ended = keepSessions
    ? { endedSessions: 0, forgottenArtifacts: 0 }
    : { endedSessions: endAllSessions(database), forgottenArtifacts: forgetArtifacts(database) };
  const audit = sqlite.createSqliteAuditLog(database);
  await recordRestore({ audit, tenancy: desk.tenancy }, { command, now, madeAt });
  return { logs, ...ended };
}

type Database = OpenCopy["database"];

function deskOn(database: Database, { tokenBrand: brand, ownScopes }: Preparation["config"]): RestoreDesk {
  const scopes = createScopeRules(ownScopes);
  return {
    store: sqlite.createSqliteKeyStore(database, scopes),
    tenancy: sqlite.createSqliteTenancyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    apps: sqlite.createSqliteAppStore(database),
    grants: sqlite.createSqliteGrantStore(database),
    people: bansOn(database),
    random: randomBytes,
    brand,
    scopes,
  };
}

function bansOn(database: Database): BanStore {
  const people = createPeople(database, sqlite.createSqlitePersonLog(database));
  return {
    isBanned: createBanCheck(database),
    async ban(id, { now, command }) {
      try {
        const act = { actor: { type: "shell", command }, now, address: null, requestId: null } as const;
        return (await people.ban(act, id)) ? "done" : "already";
      } catch (refusal) {
        if (!(refusal instanceof IdentityError)) throw refusal;
        return refusal.code === "person_not_found" ? "unknown" : "by_hand";
      }
    },
  };
}
