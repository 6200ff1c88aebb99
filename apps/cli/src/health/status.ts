import { DatabaseError } from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { StartError } from "@katkey/server/start-error";
import { folderRemedies } from "@katkey/server/folder-fault";
import { troubles } from "@katkey/server/health";
import { defineCommand, type Answer } from "../command/command.ts";
import { failureOf } from "../command/failure.ts";
import { tableOf } from "../words/table.ts";
import { sizeOf } from "../words/size.ts";
import { askServer, hasLostAFile, type AskedServer } from "./ask-server.ts";
import { readHealth, type InstallationHealth } from "./read-health.ts";
import { lostWords } from "./lost-words.ts";
import { startRefusals } from "./start-refusals.ts";

export const status = defineCommand({
  example: "katkey status",
  async run({ now, machineNow }) {
    const config = readConfig();
    const server = await askServer(config);
    // Who is running need not be kept waiting for what doctor looks at.
    const isThorough = server.ours !== true;
    // Beside a server that must not be stopped, what a start would say is beside the point.
    const isLost = hasLostAFile(server);
    const refusals = isLost ? [] : await startRefusals(config, { now: machineNow, server, isThorough });
    const health = await readHealth(now, server).catch((error: unknown) =>
      unreadable(error, { server, refusals }),
    );
    if ("unreadable" in health) return health.unreadable;
    const well =
      health.troubles.length + refusals.length === 0 &&
      server.ours === true &&
      server.says === "ok" &&
      isBackedUp(health.backups);
    return {
      json: { well, refusals, ...health },
      lines: tableOf(rowsOf(health, { refusals, isLost })),
      well,
    };
  },
});

interface Found {
  readonly server: AskedServer;
  readonly refusals: readonly string[];
}

/** A server may still answer from files that can be read no more. */
function unreadable(error: unknown, { server: asked, refusals }: Found): { readonly unreadable: Answer } {
  const isOfFiles = error instanceof DatabaseError || (error instanceof StartError && asked.says !== null);
  if (!isOfFiles) throw error;
  const { troubles: told, hasOurFile: _, ...server } = asked;
  const isLost = hasLostAFile(asked);
  const known = asked.ours === false ? [] : troubles.filter((trouble) => told.has(trouble));
  const lines = tableOf([
    ["server", serverRow(server, { refusals, isLost })],
    ...(known.length > 0 ? [["troubles", known.join(", ")]] : []),
    ...refusals.map((refusal) => ["start", refusedWords(refusal)]),
  ]);
  const isTold = isLost || refusals.some((refusal) => refusal.startsWith(error.message));
  const json = { well: false, server, troubles: known, refusals, error: failureOf(error) };
  return { unreadable: { json, lines: isTold ? lines : [...lines, error.message], well: false } };
}

interface Standing {
  readonly refusals: readonly string[];
  readonly isLost: boolean;
}

function rowsOf(health: InstallationHealth, standing: Standing): readonly (readonly string[])[] {
  const { server, backups, troubles: met, freeBytes } = health;
  const { refusals } = standing;
  const isTold = met.length > 0 || (refusals.length === 0 && server.says !== null);
  return [
    ["server", serverRow(server, standing)],
    ...refusals.map((refusal) => ["start", refusedWords(refusal)]),
    ...(isTold ? [["troubles", met.join(", ") || "none"]] : []),
    ["data", health.dataDirectory],
    ...versionRows(health),
    ["processes", processWords(health)],
    ["seal", sealWords(health)],
    ["SQLite", health.sqliteVersion],
    ...health.migrations.map(({ name, appliedAt }) => ["schema", `${name}, since ${appliedAt}`]),
    ...health.files.map(({ name, bytes }) => ["file", `${name}, ${sizeOf(bytes)}`]),
    ["free", freeBytes === null ? "unknown" : sizeOf(freeBytes)],
    ["unfiled uses", String(health.unfiledUses)],
    ["backups", backupWords(backups)],
  ];
}

function serverRow(server: InstallationHealth["server"], { refusals, isLost }: Standing): string {
  const words = `${server.url} ${serverWords(server, refusals)}`;
  return isLost ? `do not stop it: ${lostWords}. ${words}` : words;
}

function serverWords(
  { ready, says, ours }: InstallationHealth["server"],
  refusals: readonly string[],
): string {
  if (says === null) {
    if (refusals.length > 0) return "does not answer";
    return "does not answer. Start it with npm start; if it runs, set HOST and PORT here as there";
  }
  if (ours === false) {
    return "is answered by something else: another program, a Katkey on other data, or one of another version. Set HOST and PORT here as the server has them";
  }
  const words = ready ? `is ready: ${says}` : `is not ready: ${says}`;
  return ours === null ? `${words}; whether it is of this data directory could not be found out` : words;
}

function refusedWords(refusal: string): string {
  return `with the settings of this shell it would be refused: ${refusal}`;
}

/** Which version this is, and which ones were started: who goes back has to know. */
function versionRows({ version, commit, server, starts }: InstallationHealth) {
  const { last, before } = starts ?? { last: null, before: null };
  return [
    ["version", versionWords({ version, commit })],
    ...(last === null ? [] : [[server.ours === true ? "started" : "last started", startWords(last)]]),
    ...(before === null ? [] : [["before that", startWords(before)]]),
  ];
}

type Version = Pick<InstallationHealth, "version" | "commit">;

function startWords(start: Version & { readonly at: string }): string {
  return `${start.at}: ${versionWords(start)}`;
}

function versionWords({ version, commit }: Version): string {
  return commit === null ? version : `${version}, commit ${commit}`;
}

/** The server was started with settings of its own. */
function processWords({ processes, server, starts }: InstallationHealth): string {
  if (server.ours === true && starts !== null) return String(starts.last.processes);
  return `${processes} by the settings of this shell`;
}

function sealWords({ sealed, sealKeySet }: InstallationHealth): string {
  if (sealed && !sealKeySet)
    return "on, but KATKEY_SEAL_KEY is not set here: whatever reads or changes rows that are sealed needs it";
  if (!sealed && sealKeySet)
    return "off, but KATKEY_SEAL_KEY is set: katkey seal apply seals every row, with the server stopped";
  return sealed ? "on" : "off";
}

function isBackedUp(backups: InstallationHealth["backups"]): boolean {
  return backups === null || (!backups.overdue && backups.folderFault === null);
}

function backupWords(backups: InstallationHealth["backups"]): string {
  if (backups === null) return "none by the server itself";
  if (backups.folderFault !== null) return folderRemedies[backups.folderFault];
  const newest = backups.newest === null ? "none yet" : `the newest of ${backups.newest.madeAt}`;
  return backups.overdue ? `${newest}: overdue, and the server's log says why` : newest;
}
