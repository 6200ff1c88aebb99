import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "@katkey/server/config";

/** Who may read what is kept, whether this user may write it, and what a killed process has left. What keeps from starting is told before. */
export function filesFindings({ dataDirectory }: Config): readonly string[] {
  const names = readdirSync(dataDirectory);
  return [
    ...openTo(dataDirectory, 0o700),
    ...names.filter(isKept).flatMap((name) => openTo(join(dataDirectory, name), 0o600)),
    ...names.filter(isKept).flatMap((name) => unwritable(join(dataDirectory, name))),
    ...missing(names),
    ...names.flatMap((name) => leftOver(join(dataDirectory, name), name)),
  ];
}

function isKept(name: string): boolean {
  return /^(?:katkey|usage)\.db(?:-wal|-shm)?$/.test(name) || ["session-secret", "reserve"].includes(name);
}

function openTo(path: string, mode: number): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || (stat.mode & 0o077) === 0) return [];
  return [`${path} is open to others than its owner. Run chmod ${mode.toString(8)} ${path}.`];
}

function unwritable(path: string): readonly string[] {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return [];
  } catch {
    return [
      `This user may not read and write ${path}. Run this as the server's user, or give it to them with chown.`,
    ];
  }
}

function missing(names: readonly string[]): readonly string[] {
  if (names.includes("session-secret")) return [];
  return [
    "session-secret is missing. Put it back from where it was kept; a new one signs everybody out, and whoever has two-factor needs it turned off.",
  ];
}

function leftOver(path: string, name: string): readonly string[] {
  if (/^(?:katkey|usage)\.db\.new-|^session-secret\..+\.new$/.test(name)) {
    return [`${path} is left of a first start that was killed. Delete it.`];
  }
  if (/^(?:katkey|usage)\.db\.look-/.test(name)) {
    return [`${path} is left of a command that was killed. Delete it.`];
  }
  return [];
}
