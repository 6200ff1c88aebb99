import * as sqlite from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { schema } from "@katkey/server/schema";
import { defineCommand, type Call } from "../command/command.ts";
import { failureOf } from "../command/failure.ts";
import { counted } from "../words/counted.ts";
import { askServer } from "../health/ask-server.ts";
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
import { settingsFindings } from "./settings.ts";

type Look = (call: Pick<Call, "machineNow">) => readonly string[] | Promise<readonly string[]>;

/** What is looked at, in this order: a later one may need what an earlier one looks at. */
const checks: Readonly<Record<string, Look>> = {
  settings: () => settingsFindings(readConfig()),
  node: () => nodeFindings(process.versions.node),
  start: ({ machineNow }) => startFindings(machineNow),
  files: () => filesFindings(dataDirectory()),
  "katkey.db": () => mainFindings(),
  "usage.db": () => usageFindings(),
  seal: () => sealFindings(readConfig()),
  logs: () => withLogs(logsFindings),
  clock: ({ machineNow }) => withLogs((logs) => clockFindings(logs, machineNow)),
  health: async ({ machineNow }) =>
    healthFindings(await readHealth(machineNow, await askServer(readConfig()))),
};

export const doctor = defineCommand({
  example: "katkey doctor",
  async run(call) {
    const found: { readonly check: string; readonly findings: readonly string[] }[] = [];
    const told: string[] = [];
    const wasOpen = isOpen();
    for (const [check, look] of Object.entries(checks)) {
      call.progress(`Looking at ${check} …`);
      // What keeps from one look keeps from the next, which may have less to say of it.
      const isNew = (finding: string) => !told.some((before) => before.includes(finding));
      const findings = (await foundBy(look, call)).filter(isNew);
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
async function foundBy(look: Look, call: Parameters<Look>[0]): Promise<readonly string[]> {
  try {
    return await look(call);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure.message.split("\n");
  }
}

function dataDirectory() {
  const config = readConfig();
  findDataDirectory(config.dataDirectory);
  return config;
}

async function startFindings(now: number): Promise<readonly string[]> {
  const config = readConfig();
  const server = await askServer(config);
  return startRefusals(config, { now, server, isThorough: true });
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
