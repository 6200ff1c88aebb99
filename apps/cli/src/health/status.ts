import { DatabaseError } from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { folderRemedies } from "@katkey/server/folder-fault";
import { defineCommand, type Answer } from "../command/command.ts";
import { failureOf } from "../command/failure.ts";
import { tableOf } from "../table.ts";
import { sizeOf } from "../size.ts";
import { askServer } from "./ask-server.ts";
import { readHealth, type InstallationHealth } from "./read-health.ts";

export const status = defineCommand({
  example: "katkey status",
  async run({ now }) {
    const health = await readHealth(now).catch(unreadable);
    if ("unreadable" in health) return health.unreadable;
    const well = health.troubles.length === 0 && health.server.says === "ok" && isBackedUp(health.backups);
    return { json: { well, ...health }, lines: tableOf(rowsOf(health)), well };
  },
});

/** A server may still answer from files that can be read no more. */
async function unreadable(error: unknown): Promise<{ readonly unreadable: Answer }> {
  if (!(error instanceof DatabaseError)) throw error;
  const { troubles: _, ...server } = await askServer(readConfig());
  const lines = tableOf([["server", `${server.url} ${serverWords(server)}`]]);
  const json = { well: false, server, error: failureOf(error) };
  return { unreadable: { json, lines: [...lines, error.message], well: false } };
}

function rowsOf(health: InstallationHealth): readonly (readonly string[])[] {
  const { server, backups, troubles, freeBytes } = health;
  return [
    ["server", `${server.url} ${serverWords(server)}`],
    ["troubles", troubles.join(", ") || "none"],
    ["data", health.dataDirectory],
    ["version", health.version],
    ["processes", String(health.processes)],
    ["seal", sealWords(health)],
    ["SQLite", health.sqliteVersion],
    ...health.migrations.map(({ name, appliedAt }) => ["schema", `${name}, since ${appliedAt}`]),
    ...health.files.map(({ name, bytes }) => ["file", `${name}, ${sizeOf(bytes)}`]),
    ["free", freeBytes === null ? "unknown" : sizeOf(freeBytes)],
    ["unfiled uses", String(health.unfiledUses)],
    ["backups", backupWords(backups)],
  ];
}

function serverWords({ ready, says }: InstallationHealth["server"]): string {
  if (says === null)
    return "does not answer. Start it with npm start; if it runs, set HOST and PORT here as there";
  return ready ? `is ready: ${says}` : `is not ready: ${says}`;
}

function sealWords({ sealed, sealKeySet }: InstallationHealth): string {
  if (sealed && !sealKeySet)
    return "on, but KATKEY_SEAL_KEY is not set here: commands that change something need it";
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
