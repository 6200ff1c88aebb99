import type { Database } from "better-sqlite3";

/** Tells whether anything in the file was changed since it was asked last, by whichever process. */
export type WasChanged = () => boolean;

/** Asks the file each time: nothing cheaper knows of what another process did between one request and the next. */
export function prepareWasChanged(database: Database): WasChanged {
  const ownChanges = database.prepare<[], number>("select total_changes()").pluck();
  const othersVersion = database.prepare<[], number>("pragma data_version").pluck();
  let own = -1;
  let others = -1;
  return () => {
    const [ownBefore, othersBefore] = [own, others];
    own = ownChanges.get() ?? -1;
    others = othersVersion.get() ?? -1;
    return own !== ownBefore || others !== othersBefore;
  };
}
