import type { Services } from "../services.ts";
import { faultCodeOf } from "../start/start-error.ts";
import { BackupProcessError } from "./back-up-in-child.ts";
import { folderFaultOf, folderRemedies, type FolderFault } from "./folder-fault.ts";

/** Says at error why a backup could not be made, and of a folder that is at fault once. */
export function createFaultLog(folder: string, log: Services["log"]) {
  let told: FolderFault | null = null;
  return {
    /** Resolves to what is wrong with the folder, if that is why. */
    async tell(err: unknown): Promise<FolderFault | null> {
      const fault = await folderFaultOf(folder);
      if (fault === null || fault !== told) {
        const why = fault === null ? whyNot(err) : { why: folderRemedies[fault] };
        log.error({ ...why, folder }, "the backup could not be made");
      }
      told = fault;
      return fault;
    },
    areOver() {
      told = null;
    },
  };
}

/** Where what went wrong was foreseen, it says so itself. */
function whyNot(err: unknown) {
  const isForeseen = err instanceof BackupProcessError || faultCodeOf(err) !== "unknown";
  return isForeseen && err instanceof Error ? { why: err.message } : { err };
}
