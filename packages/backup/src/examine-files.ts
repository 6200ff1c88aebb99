import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { assertKnown, DatabaseError, inspectDatabase } from "@katkey/keys/sqlite";
import { countRows, sha256Of } from "./describe-file.ts";
import { damaged, type Examination, type Fault } from "./fault.ts";
import type { Schema } from "./installation.ts";
import { manifestName, readManifest, type ManifestFile } from "./manifest.ts";
import { readCopy } from "./snapshot.ts";

/** Whether the files of an unpacked backup are those that its manifest tells of, sound, and of a version known here. */
export async function examineFiles(folder: string, schema: Schema): Promise<Examination> {
  const path = join(folder, manifestName);
  if (!existsSync(path)) {
    return {
      manifest: null,
      faults: [
        damaged(
          `There is no ${manifestName} in it: it is no backup of Katkey. Name one that katkey backup or the server made.`,
        ),
      ],
    };
  }
  const manifest = readManifest(readFileSync(path, "utf8"));
  if (manifest === null) {
    const text = `${manifestName} cannot be read: it is damaged, or written by a version of Katkey that this one does not know. Try the version that made it, or an older backup.`;
    return { manifest: null, faults: [damaged(text)] };
  }
  const faults = await Promise.all(manifest.files.map((file) => examineFile(folder, file, schema)));
  return { manifest, faults: faults.flat() };
}

const another = "Copy the backup here once more from where it is kept, or try an older one.";

async function examineFile(folder: string, file: ManifestFile, schema: Schema): Promise<readonly Fault[]> {
  const path = join(folder, file.name);
  if (!existsSync(path)) return [damaged(`${file.name} is not in it. ${another}`)];
  const { size } = statSync(path);
  if (size !== file.bytes) {
    return [damaged(`${file.name} has ${size} bytes; the manifest says ${file.bytes}. ${another}`)];
  }
  if ((await sha256Of(path)) !== file.sha256) {
    return [damaged(`${file.name} has another SHA-256 than the manifest says. ${another}`)];
  }
  return examineDatabase(path, file, schema);
}

function examineDatabase(path: string, file: ManifestFile, schema: Schema): readonly Fault[] {
  const database = readCopy(path);
  try {
    const found = database.pragma("integrity_check(1)", { simple: true });
    if (found !== "ok") return [damaged(`${file.name} is damaged: ${String(found)}. ${another}`)];
    assertKnown(database, schema[file.name]);
    const migrations = inspectDatabase(database).migrations.map(({ name }) => name);
    const same =
      isDeepStrictEqual(migrations, file.migrations) && isDeepStrictEqual(countRows(database), file.rows);
    return same ? [] : [damaged(`${file.name} holds something else than the manifest says. ${another}`)];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [damaged(cause instanceof DatabaseError ? why : `${file.name} is damaged: ${why}. ${another}`)];
  } finally {
    database.close();
  }
}
