import { randomInt } from "node:crypto";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { admit, builtInScopeRules } from "@katkey/keys";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import { createSqliteKeyStore, keysMigrations, openDatabase } from "@katkey/keys/sqlite";
import { identityMigrations } from "@katkey/identity";
import { createSqliteAppTokenStore, oauthMigrations } from "../../../packages/oauth/src/sqlite/index.ts";
import { verify } from "../../../packages/keys/src/admission/verify.ts";
import { appTokensInUse } from "../generated/fill-with-apps.ts";
import { tokensInUse, type Generated } from "../generated/generate.ts";
import { tokenOf } from "../generated/token-of.ts";
import type { Task, Verb } from "./task.ts";

/** Calls that share a turn of the event loop, as requests do under load. */
const inTurn = 16;
const inPass = 1_000;

type Installation = Pick<Generated, "directory" | "keys">;

/** Calls the verbs on an installation's file. Returns µs of CPU for each call. */
export function openCalls(installation: Installation): (task: Task) => Promise<number> {
  const path = join(installation.directory, "katkey.db");
  const call = openVerbs(path);
  const draw = openDraws(installation, path);
  return async (task) => {
    for (const token of draw.warmingUp(task)) await call[task.verb](token);
    let micros = 0;
    for (let done = 0; done < task.calls; done += inPass) {
      const tokens = draw.pass(task);
      await nextTurn();
      const before = process.cpuUsage();
      const refused = await pass(call[task.verb], tokens);
      const { user, system } = process.cpuUsage(before);
      if (refused > 0) throw new Error(`${refused} of ${tokens.length} tokens were refused`);
      micros += user + system;
    }
    return micros / task.calls;
  };
}

/** As the server's composition root puts them together. */
function openVerbs(path: string): Readonly<Record<Verb, (token: string) => Promise<boolean>>> {
  const migrations = [...keysMigrations, ...identityMigrations, ...oauthMigrations];
  const database = openDatabase({ path, migrations, now: Date.now() });
  const store = createSqliteKeyStore(database);
  const admitting = {
    store,
    appTokens: createSqliteAppTokenStore(database, builtInScopeRules),
    limiter: createMemoryRateLimiter(),
    brand: "kat",
    failuresPerMinute: 300,
  };
  const admitted = async (token: string) => {
    const request = { token, scopes: [], address: "198.51.100.7", browser: null, requestId: "bench" };
    const clocks = { now: Date.now(), at: performance.now() };
    return (await admit(admitting, { ...request, ...clocks })).admitted;
  };
  return {
    verify: async (token) => (await verify(store, token, { brand: "kat", now: Date.now() })).valid,
    admit: admitted,
    "admit an app": admitted,
  };
}

function openDraws(installation: Installation, path: string) {
  const { keys } = installation;
  const inUse = {
    "1,000 in use": tokensInUse(installation, 1_000),
    "10,000 in use": tokensInUse(installation, 10_000),
  };
  const ofApps = appTokensInUse(installation, 1_000);
  const other = new Sqlite(path);
  other.pragma("synchronous = off");
  // What another process does: from here on no row that was read is good any more. To write what is there already is no change.
  const change = other.prepare("update organization set revision = revision + 1 where rowid = 1");
  return {
    warmingUp({ verb, draw }: Task): readonly string[] {
      if (verb === "admit an app") return ofApps;
      return draw === "each read anew" ? [] : inUse[draw];
    },
    pass({ verb, draw }: Task): readonly string[] {
      if (draw !== "each read anew") {
        const from = verb === "admit an app" ? ofApps : inUse[draw];
        return Array.from({ length: inPass }, () => from[randomInt(from.length)] ?? "");
      }
      change.run();
      const numbers = new Set<number>();
      while (numbers.size < inPass) numbers.add(randomInt(keys));
      return Array.from(numbers, (number) => tokenOf(number));
    },
  };
}

async function pass(call: (token: string) => Promise<boolean>, tokens: readonly string[]): Promise<number> {
  let refused = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    if (i % inTurn === 0) await nextTurn();
    if (!(await call(tokens[i] ?? ""))) refused += 1;
  }
  return refused;
}
