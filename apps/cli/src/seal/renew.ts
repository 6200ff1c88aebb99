import { renewSeals } from "@katkey/keys/sqlite";
import { defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { nextStep, rowsIn, toldOfUnsound } from "./told-of-seals.ts";

export const sealRenew = defineCommand({
  example: "katkey seal renew",
  async run(call) {
    const { database, sealable, record, close } = openSealed(call, { sealed: true });
    try {
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
