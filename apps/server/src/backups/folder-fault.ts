import { access, constants } from "node:fs/promises";
import { faultCodeOf } from "../start/start-error.ts";

/** Why no backup can be made in a folder. */
export type FolderFault = "missing" | "unwritable";

/** What is wrong, and what to do about it. */
export const folderRemedies = {
  missing:
    "The folder that KATKEY_BACKUP_DIR names is not there: make it, for the server's user to write in, or mount its disk.",
  unwritable:
    "The server's user cannot read and write the folder that KATKEY_BACKUP_DIR names: give it the right to, or name another.",
} as const satisfies Record<FolderFault, string>;

/** `null`: nothing is wrong with it. */
export async function folderFaultOf(folder: string): Promise<FolderFault | null> {
  try {
    // What is no folder has nothing behind it.
    await access(`${folder}/.`, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (cause) {
    return ["ENOENT", "ENOTDIR"].includes(faultCodeOf(cause)) ? "missing" : "unwritable";
  }
}
