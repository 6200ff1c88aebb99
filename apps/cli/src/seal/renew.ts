import { renewSeals } from "@katkey/keys/sqlite";
import { defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { rowsIn, toldOfSeals } from "./told-of-seals.ts";

export const sealRenew = defineCommand({
  example: "katkey seal renew",
  async run(call) {
    const { database, sealable, record, close } = openSealed(call, { sealed: true });
    try {
      await record("seal.renewed");
      const found = await renewSeals(database, sealable);
      const { rows, earlier, unsound } = found;
      const left = unsound === 0 ? "" : `; ${rowsIn(unsound)} left as they are, which nobody of us sealed`;
      return toldOfSeals(found, `Looked at ${rowsIn(rows)}: ${rowsIn(earlier)} sealed anew${left}.`);
    } finally {
      close();
    }
  },
});
