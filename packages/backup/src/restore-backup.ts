import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { applySeals, type Sealing } from "@katkey/keys/sqlite";
import { BackupError, unusable } from "./backup-error.ts";
import { examineContents } from "./examine-contents.ts";
import { examineFiles } from "./examine-files.ts";
import type { Fault } from "./fault.ts";
import type { Schema } from "./installation.ts";
import { databaseNames, fingerprintOf, type Manifest } from "./manifest.ts";
import { openCopy, type OpenCopy } from "./open-copy.ts";
import { sync } from "./sync.ts";
import { withUnpacked } from "./with-unpacked.ts";

export interface RestoreRequest<Told> {
  readonly file: string;
  /** Where to: empty, or not there yet. */
  readonly dataDirectory: string;
  readonly schema: Schema;
  /** How the installation's rows are sealed; `null`: they are not. */
  readonly sealing: Sealing | null;
  /** Seal every row as it is, whoever wrote it and whatever sealed it: for what is trusted, and whose key is lost. */
  readonly sealAnew?: boolean;
  /** A file whose copy becomes the session secret; `null`: the next start makes a new one. */
  readonly sessionSecret: string | null;
  /** Take also what had differences when it was backed up. */
  readonly despiteDifferences: boolean;
  readonly now: number;
  /** Changes the copy before it is put in place: what fails here leaves nothing there. */
  readonly prepare: (copy: OpenCopy, manifest: Manifest) => Promise<Told>;
}

export interface Restored<Told> {
  readonly manifest: Manifest;
  /** What was backed up already had. */
  readonly differences: readonly Fault[];
  /** So many rows were sealed as they were; `null`: it was not asked for. */
  readonly sealedAnew: number | null;
  readonly told: Told;
}

/** A server does not start beside such a folder: what it is in was not put in place whole. */
const draftPrefix = "restore-unfinished-";

const secretName = "session-secret";

/** What a new file system has by itself. */
const nothing = ["lost+found"];

/**
 * Puts a backup in place of nothing, after everything in it was looked at: whole or, when this is killed, so that no
 * server starts on it.
 * @throws BackupError `not_empty`, `damaged`, `seal`, `unusable`
 */
export async function restoreBackup<Told>(request: RestoreRequest<Told>): Promise<Restored<Told>> {
  const { schema, dataDirectory } = request;
  const directory = resolve(dataDirectory);
  const made = makeEmpty(directory);
  try {
    return await withUnpacked(resolve(request.file), join(directory, draftPrefix), async (folder) => {
      const { manifest, faults } = await examineFiles(folder, schema);
      if (manifest === null || faults.length > 0) throw refused(faults);
      const secret = secretOf(request, manifest);
      const sealedAnew = request.sealAnew === true ? await sealAnew(folder, request) : null;
      const copy = openCopy(folder, request);
      const { differences, told } = await prepared(request, copy, manifest).finally(() => copy.close());
      place(folder, directory, secret);
      return { manifest, differences, sealedAnew, told };
    });
  } catch (cause) {
    if (made) rmSync(directory, { recursive: true, force: true });
    throw cause;
  }
}

/** Then it is looked at as if it had always been. @throws BackupError */
async function sealAnew(
  folder: string,
  { schema, sealing, now }: Pick<RestoreRequest<unknown>, "schema" | "sealing" | "now">,
): Promise<number> {
  if (sealing === null) throw new BackupError("seal", "To seal it anew, set KATKEY_SEAL_KEY first.");
  const { database, close } = openCopy(folder, { schema, now });
  try {
    return (await applySeals(database, sealing)).rows;
  } finally {
    close();
  }
}

async function prepared<Told>(request: RestoreRequest<Told>, copy: OpenCopy, manifest: Manifest) {
  const differences = await examineContents(copy, manifest, request.sealing);
  const isDamaged = differences.some(({ kind }) => kind === "damaged");
  if (isDamaged || (differences.length > 0 && !request.despiteDifferences)) throw refused(differences);
  return { differences, told: await request.prepare(copy, manifest) };
}

function refused(faults: readonly Fault[]): BackupError {
  const hint = faults.some(({ kind }) => kind === "damaged")
    ? []
    : ["What was backed up had these differences already: --despite-differences restores it as it was."];
  return new BackupError("damaged", [...faults.map(({ text }) => text), ...hint].join("\n"));
}

/** Whether it had to be made. */
function makeEmpty(directory: string): boolean {
  try {
    if (!existsSync(directory)) {
      mkdirSync(directory, { recursive: !existsSync(dirname(directory)), mode: 0o700 });
      return true;
    }
    const found = readdirSync(directory).filter((name) => !nothing.includes(name));
    if (found.length === 0) return false;
  } catch (cause) {
    throw unusable(directory, cause);
  }
  throw new BackupError(
    "not_empty",
    `${directory} is not empty, and is left as it is. A backup is restored into an empty directory only.`,
  );
}

/** @throws BackupError `secret`: it is another installation's, or of another time */
function secretOf({ sessionSecret: path }: RestoreRequest<unknown>, manifest: Manifest): string | null {
  if (path === null) return null;
  const secret = readSecret(path);
  const { sessionSecretFingerprint: expected } = manifest;
  if (expected === null || fingerprintOf(secret) === expected) return secret;
  throw new BackupError(
    "secret",
    `${path} is not the session secret that was in use when the backup was made.`,
  );
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function place(folder: string, directory: string, secret: string | null): void {
  if (secret !== null) writeFileSync(join(folder, secretName), secret, { mode: 0o600 });
  const names = [...databaseNames, ...(secret === null ? [] : [secretName])];
  try {
    for (const name of names) {
      sync(join(folder, name));
      renameSync(join(folder, name), join(directory, name));
    }
    sync(directory);
  } catch (cause) {
    // Before the folder whose being there says that this is not whole.
    for (const name of names) rmSync(join(directory, name), { force: true });
    throw cause;
  }
}
