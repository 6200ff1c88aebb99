import { renewSeals } from "@katkey/keys/sqlite";
import { processesSealingOtherwise } from "@katkey/server/seal-notes";
import { CommandError, defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { nextStep, rowsIn, toldOfUnsound } from "./told-of-seals.ts";

/** They would refuse every key, or go on sealing with one that is about to be left away. */
function notYet(processes: readonly number[]): string {
  return `The server does not seal yet with the key that comes first in KATKEY_SEAL_KEY (process ${processes.join(", ")}), and would refuse rows that are sealed anew. Set the server's to old,new and renew its processes, then to new,old and renew them, then run this again: docs/operations.md, "The seal". Nothing was changed.`;
}

export const sealRenew = defineCommand({
  example: "katkey seal renew",
  async run(call) {
    const { database, path, sealable, record, close } = openSealed(call, { sealed: true });
    try {
      const others = processesSealingOtherwise(path, sealable.keys, call.machineNow);
      if (others.length > 0) throw new CommandError(notYet(others), { code: "seal_key_not_in_use" });
      await record("seal.renewed");
      const found = await renewSeals(database, sealable);
      const { rows, earlier, unsound } = found;
      const left = unsound === 0 ? "" : `; ${rowsIn(unsound)} left as they are, which nobody of us sealed`;
      const well = unsound === 0;
      const lines = [
        ...toldOfUnsound(found),
        `Looked at ${rowsIn(rows)}: ${rowsIn(earlier)} sealed anew${left}.`,
      ];
      return { json: { well, ...found }, lines: well ? lines : [...lines, nextStep], well };
    } finally {
      close();
    }
  },
});
