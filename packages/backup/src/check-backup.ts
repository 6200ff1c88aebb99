import { basename, dirname, join, resolve } from "node:path";
import { BackupError } from "./backup-error.ts";
import { examineContents } from "./examine-contents.ts";
import { examineFiles } from "./examine-files.ts";
import { damaged, differs, type Examination } from "./fault.ts";
import type { Manifest } from "./manifest.ts";
import { openCopy, type Opening, type OpenCopy } from "./open-copy.ts";
import { withUnpacked } from "./with-unpacked.ts";

type CheckRequest = Required<Opening> & { readonly file: string };

/**
 * Looks at everything in a backup as a restore would, in a folder beside it that is gone afterwards, and puts nothing
 * in place. @throws BackupError `unusable`; `seal`: all else is whole, and nobody can look at the seals
 */
export async function checkBackup(request: CheckRequest): Promise<Examination> {
  try {
    return await examined(request);
  } catch (cause) {
    if (!(cause instanceof BackupError) || cause.code !== "damaged") throw cause;
    return { manifest: null, faults: [damaged(cause.message)] };
  }
}

function examined({ file, ...opening }: CheckRequest): Promise<Examination> {
  const path = resolve(file);
  const prefix = join(dirname(path), `.${basename(path)}.check-`);
  return withUnpacked(path, prefix, async (folder) => {
    const { manifest, faults } = await examineFiles(folder, opening.schema);
    if (manifest === null || faults.length > 0) return { manifest, faults };
    try {
      const copy = openCopy(folder, opening);
      return { manifest, faults: await examinedIn(copy, manifest, opening.sealing) };
    } catch (cause) {
      if (!(cause instanceof BackupError) || cause.code !== "seal") throw cause;
      const { schema, now } = opening;
      const others = await examinedIn(openCopy(folder, { schema, now }), manifest, null);
      if (others.length > 0) return { manifest, faults: [...others, differs(cause.message)] };
      const message = `Its checksums, databases, logs and sums are whole. ${cause.message}`;
      throw new BackupError("seal", message, { cause });
    }
  });
}

function examinedIn(copy: OpenCopy, manifest: Manifest, sealing: Required<Opening>["sealing"]) {
  return examineContents(copy, manifest, sealing).finally(() => copy.close());
}
