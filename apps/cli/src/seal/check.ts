import { checkSeals, findRevived } from "@katkey/keys/sqlite";
import { defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { rowsIn, toldOfRevived, toldOfSeals } from "./told-of-seals.ts";

export const sealCheck = defineCommand({
  example: "katkey seal check",
  async run(call) {
    const { database, sealable, close } = openSealed(call, { sealed: true });
    try {
      const found = await checkSeals(database, sealable);
      const revived = findRevived(database);
      const { rows, unsound, isPutBack } = found;
      const verdict = unsound === 0 ? "each is what was sealed." : `${rowsIn(unsound)} not sound.`;
      const told = toldOfSeals(found, `Looked at ${rowsIn(rows)}: ${verdict}`);
      const well = told.well === true && revived.length === 0 && !isPutBack;
      const lines = [
        ...toldOfRevived(revived),
        ...(isPutBack
          ? ["Rows were put back as they had been, with the seals that they had, or taken away."]
          : []),
      ];
      return { json: { ...found, well, revived }, lines: [...lines, ...told.lines], well };
    } finally {
      close();
    }
  },
});
