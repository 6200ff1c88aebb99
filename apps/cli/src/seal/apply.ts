import { applySeals, findRevived, isSealed } from "@katkey/keys/sqlite";
import { CommandError, defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { rowsIn, toldOfRevived } from "./told-of-seals.ts";

const sealedAlready =
  "The database is sealed already: katkey seal check looks at it, and katkey seal renew seals it with another key. If its rows are to count as they are now, whoever wrote them, as after the key was lost: katkey seal apply --anew.";

export const sealApply = defineCommand({
  options: { anew: { about: "Seal also what is sealed already: its rows count as they are now" } },
  example: "katkey seal apply",
  changes: () => true,
  async run(call) {
    const { database, sealable, record, close } = openSealed(call, { sealed: false, alone: true });
    try {
      // Else to type it twice would be to trust what somebody has planted meanwhile.
      if (isSealed(database) && !call.has("anew"))
        throw new CommandError(sealedAlready, { code: "sealed_already" });
      await record("seal.applied");
      const { rows } = await applySeals(database, sealable);
      const revived = findRevived(database);
      const lines = [...toldOfRevived(revived), `Sealed as found: ${rowsIn(rows)}.`];
      return { json: { rows, revived }, lines, well: revived.length === 0 };
    } finally {
      close();
    }
  },
});
