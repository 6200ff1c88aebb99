import { existsSync, linkSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseError, listChainHeads, type Sealing } from "@katkey/keys/sqlite";
import { pack } from "./archive.ts";
import { BackupError, isNoRoom, unusable } from "./backup-error.ts";
import { describeFile } from "./describe-file.ts";
import { examineMade } from "./examine-made.ts";
import type { Fault } from "./fault.ts";
import type { Schema } from "./installation.ts";
import { fingerprintOf, manifestName, newManifest, type DatabaseName, type Manifest } from "./manifest.ts";
import { readCopy, snapshot } from "./snapshot.ts";
import { sync } from "./sync.ts";

export interface BackupRequest {
  /** Where the databases of the installation are. */
  readonly source: Readonly<Record<DatabaseName, string>>;
  readonly schema: Schema;
  /** With what the seals of the copy are looked at; `null`: nobody looks at them. */
  readonly sealing: Sealing | null;
  /** The file to make. */
  readonly destination: string;
  /** Take the place of a file that is there. */
  readonly force: boolean;
  readonly katkeyVersion: string;
  readonly tokenBrand: string;
  /** Only its fingerprint is in the backup. `null`: the installation has none yet. */
  readonly sessionSecret: string | null;
  readonly now: number;
}

export interface Taken {
  readonly manifest: Manifest;
  /** Why no restore would take it as it is; empty: nothing is known of. */
  readonly differences: readonly Fault[];
}

/** How the folder is called in which a backup of this name is made, up to what the system adds. */
const draftPrefixOf = (name: string) => `.${name}.new-`;

/**
 * Backs an installation up while others write to it. The file is there whole or not at all, and holds everything that
 * was acknowledged before this was called; also of what somebody has written to past us, which is said. Blocks its
 * thread while it copies.
 * @throws BackupError `exists`, `unusable`; DatabaseError
 */
export async function takeBackup(request: BackupRequest): Promise<Taken> {
  const destination = resolve(request.destination);
  assertFree(destination, request.force);
  const draft = makeDraft(destination);
  try {
    const taken = await collect(request, draft);
    const packed = join(draft, "packed");
    await pack(draft, packed);
    publish(packed, destination, request.force);
    return taken;
  } catch (cause) {
    if (cause instanceof BackupError || cause instanceof DatabaseError) throw cause;
    throw new BackupError("unusable", whyNot(cause, dirname(destination)), { cause });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The database of keys first: the month of each statement in it was closed in usage before the statement was written,
 * so the later copy of usage has counted all that any statement bills. The other way round it might not have.
 */
async function collect(request: BackupRequest, draft: string): Promise<Taken> {
  const { source, schema, sealing, katkeyVersion, tokenBrand, sessionSecret, now } = request;
  const copy = async (name: DatabaseName) => {
    const path = join(draft, name);
    snapshotted({ path: source[name], migrations: schema[name] }, path);
    const database = readCopy(path);
    try {
      const isOfKeys = name === "katkey.db";
      const chains = isOfKeys ? listChainHeads(database) : [];
      const differences = isOfKeys ? await examineMade(database, { schema, sealing }) : [];
      return { file: await describeFile(name, path, database), chains, differences };
    } finally {
      database.close();
    }
  };
  const keys = await copy("katkey.db");
  const usage = await copy("usage.db");
  const manifest = newManifest({
    katkeyVersion,
    madeAt: new Date(now).toISOString(),
    files: [keys.file, usage.file],
    chains: keys.chains.map(({ organizationId: organization, seq, hash }) => ({ organization, seq, hash })),
    tokenBrand,
    sessionSecretFingerprint: sessionSecret === null ? null : fingerprintOf(sessionSecret),
  });
  writeFileSync(join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return { manifest, differences: keys.differences };
}

/** Without its counts an installation goes on, so there is more to do than to restore all of it. */
function snapshotted(source: Parameters<typeof snapshot>[0], target: string): void {
  try {
    snapshot(source, target);
  } catch (cause) {
    const isLost = cause instanceof DatabaseError && cause.code === "missing";
    if (!isLost || basename(source.path) !== "usage.db") throw cause;
    const message = `${source.path} is missing, and without it there is no whole backup. Stop the server, put the usage.db of an older backup there or let the next start make a new one, and back up again.`;
    throw new DatabaseError("missing", message, { cause });
  }
}

/** In the destination's folder, because only there a file can be renamed to it. */
function makeDraft(destination: string): string {
  try {
    return mkdtempSync(join(dirname(destination), draftPrefixOf(basename(destination))));
  } catch (cause) {
    throw unusable(dirname(destination), cause, "Name a file in a folder that this user may write in.");
  }
}

function whyNot(cause: unknown, folder: string): string {
  if (isNoRoom(cause)) {
    return `The backup cannot be made: there is no room in ${folder}. Twice the size of the databases is needed.`;
  }
  return `The backup cannot be made: ${cause instanceof Error ? cause.message : String(cause)}.`;
}

function publish(packed: string, destination: string, force: boolean): void {
  if (force) renameSync(packed, destination);
  else link(packed, destination);
  sync(dirname(destination));
}

/** Unlike a rename, a link takes nobody's place. */
function link(packed: string, destination: string): void {
  try {
    linkSync(packed, destination);
  } catch {
    // Somebody was first, or this file system has no links.
    assertFree(destination, false);
    renameSync(packed, destination);
  }
}

function assertFree(destination: string, force: boolean): void {
  if (!existsSync(destination)) return;
  if (statSync(destination).isDirectory()) {
    throw new BackupError("unusable", `${destination} is a folder: name the file to make in it.`);
  }
  if (force) return;
  throw new BackupError("exists", `${destination} is there already, and is left as it is.`);
}
