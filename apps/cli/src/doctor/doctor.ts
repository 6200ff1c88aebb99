import * as sqlite from "@katkey/keys/sqlite";
import { ConfigError, readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { isNothingYet } from "@katkey/server/foresee-start";
import { schema } from "@katkey/server/schema";
import { StartError } from "@katkey/server/start-error";
import { defineCommand, type Call } from "../command/command.ts";
import { failureOf } from "../command/failure.ts";
import { counted } from "../words/counted.ts";
import { askServer, hasLostAFile, type AskedServer } from "../health/ask-server.ts";
import { readHealth } from "../health/read-health.ts";
import { startRefusals } from "../health/start-refusals.ts";
import { lookAtLogs } from "../installation.ts";
import { clockFindings } from "./clock.ts";
import { databaseFindings } from "./databases.ts";
import { filesFindings } from "./files.ts";
import { healthFindings } from "./health.ts";
import { logsFindings } from "./logs.ts";
import { nodeFindings } from "./node.ts";
import { sealFindings } from "./seal.ts";
import { lossFindings, troubleFindings } from "./server.ts";
import { settingsFindings } from "./settings.ts";

interface Looking extends Pick<Call, "machineNow"> {
  /** Who answers; `null`: the settings do not say where. */
  readonly server: AskedServer | null;
}

type Look = (looking: Looking) => readonly string[] | Promise<readonly string[]>;

/** What is looked at, in this order: a later one may need what an earlier one looks at. */
const checks: Readonly<Record<string, Look>> = {
  server: ({ server }) => lossFindings(server),
  settings: () => settingsFindings(readConfig()),
  node: () => nodeFindings(process.versions.node),
  start: ({ server, machineNow }) => startFindings(server, machineNow),
  files: () => filesFindings(dataDirectory()),
  "katkey.db": () => mainFindings(),
  "usage.db": () => usageFindings(),
  seal: ({ machineNow }) => sealFindings(readConfig(), machineNow),
  logs: () => withLogs(logsFindings),
  clock: ({ machineNow }) => withLogs((logs) => clockFindings(logs, machineNow)),
  health: async ({ server, machineNow }) =>
    server === null ? [] : healthFindings(await readHealth(machineNow, server)),
  troubles: ({ server }) => troubleFindings(server),
};

/** The same before the first start. */
const checksBefore: typeof checks = {
  settings: () => settingsFindings(readConfig()),
  node: () => nodeFindings(process.versions.node),
  start: ({ server, machineNow }) => startFindings(server, machineNow),
  files: () => [
    `Nothing is in ${readConfig().dataDirectory} yet. If KATKEY_DATA_DIR is right, npm start or katkey init begins; else set it to where the installation is.`,
  ],
};

export const doctor = defineCommand({
  example: "katkey doctor",
  async run(call) {
    const found: { readonly check: string; readonly findings: readonly string[] }[] = [];
    const told: string[] = [];
    const wasOpen = isOpen();
    const looking = { machineNow: call.machineNow, server: await askedServer() };
    const isBefore = looking.server?.says === null && isNothingYet(readConfig());
    for (const [check, look] of Object.entries(isBefore ? checksBefore : checks)) {
      call.progress(`Looking at ${check} …`);
      // What keeps from one look keeps from the next, which may have less to say of it.
      const isNew = (finding: string) => !told.some((before) => before.includes(finding));
      const findings = (await foundBy(look, looking)).filter(isNew);
      told.push(...findings);
      found.push({ check, findings });
    }
    if (!wasOpen && isOpen()) found.push({ check: "meanwhile", findings: [startedMeanwhile] });
    const findings = found.flatMap(({ check, findings: all }) =>
      all.map((finding) => `${check}: ${finding}`),
    );
    const well = findings.length === 0;
    const verdict = well ? "Nothing is wrong." : `${counted(findings.length, "finding")}.`;
    return { json: { well, checks: found }, lines: [...findings, verdict], well };
  },
});

const startedMeanwhile =
  "A server was started while this looked, which can make what it says of files wrong. Run katkey doctor again.";

/** Whether a server has the database open. What cannot be opened is told of elsewhere. */
function isOpen(): boolean {
  try {
    return sqlite.isOpenElsewhere(findDataDirectory(readConfig().dataDirectory).database);
  } catch {
    return false;
  }
}

/** What keeps from looking is a finding, too. */
async function foundBy(look: Look, looking: Looking): Promise<readonly string[]> {
  try {
    return await look(looking);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    // To put a backup in its place, or to begin anew, would lose what the running server still has.
    const isOfFiles = error instanceof sqlite.DatabaseError || error instanceof StartError;
    if (isOfFiles && looking.server !== null && hasLostAFile(looking.server)) return [];
    return failure.message.split("\n");
  }
}

function dataDirectory() {
  const config = readConfig();
  findDataDirectory(config.dataDirectory);
  return config;
}

/** `null`: the settings are wrong, which is told of. */
async function askedServer(): Promise<AskedServer | null> {
  try {
    return await askServer(readConfig());
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

async function startFindings(server: AskedServer | null, now: number): Promise<readonly string[]> {
  if (server === null || hasLostAFile(server)) return [];
  return startRefusals(readConfig(), { now, server, isThorough: true });
}

function mainFindings(): readonly string[] {
  const { database: path } = findDataDirectory(readConfig().dataDirectory);
  return examined(path, "katkey.db");
}

function usageFindings(): readonly string[] {
  const { usage: path } = findDataDirectory(readConfig().dataDirectory);
  return examined(path, "usage.db");
}

function examined(path: string, name: keyof typeof schema): readonly string[] {
  const database = sqlite.lookAtAnyVersion(path, schema[name]);
  try {
    return databaseFindings(path, database, schema[name]);
  } finally {
    database.close();
  }
}

async function withLogs<Value>(
  look: (logs: ReturnType<typeof lookAtLogs>) => Promise<Value>,
): Promise<Value> {
  const logs = lookAtLogs();
  try {
    return await look(logs);
  } finally {
    logs.close();
  }
}
