import { basename, dirname, join, resolve } from "node:path";
import { BackupError } from "./backup-error.ts";
import { examineContents } from "./examine-contents.ts";
import { examineFiles } from "./examine-files.ts";
import { damaged, type Examination } from "./fault.ts";
import type { Schema } from "./installation.ts";
import { openCopy } from "./open-copy.ts";
import { withUnpacked } from "./with-unpacked.ts";

interface CheckRequest {
  readonly file: string;
  readonly schema: Schema;
  readonly now: number;
}

/**
 * Looks at everything in a backup as a restore would, in a folder beside it that is gone afterwards, and puts nothing
 * in place. @throws BackupError `unusable`
 */
export async function checkBackup(request: CheckRequest): Promise<Examination> {
  try {
    return await examined(request);
  } catch (cause) {
    if (!(cause instanceof BackupError) || cause.code !== "damaged") throw cause;
    return { manifest: null, faults: [damaged(cause.message)] };
  }
}

function examined({ file, schema, now }: CheckRequest): Promise<Examination> {
  const path = resolve(file);
  const prefix = join(dirname(path), `.${basename(path)}.check-`);
  return withUnpacked(path, prefix, async (folder) => {
    const { manifest, faults } = await examineFiles(folder, schema);
    if (manifest === null || faults.length > 0) return { manifest, faults };
    const copy = openCopy(folder, { schema, now });
    try {
      return { manifest, faults: await examineContents(copy, manifest) };
    } finally {
      copy.close();
    }
  });
}
