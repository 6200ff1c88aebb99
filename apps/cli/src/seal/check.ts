import { checkSeals, findRevived } from "@katkey/keys/sqlite";
import { defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { nextStep, toldOfRevived, toldOfUnsound, verdictOf } from "./told-of-seals.ts";

export const sealCheck = defineCommand({
  example: "katkey seal check",
  async run(call) {
    const { database, sealable, close } = openSealed(call, { sealed: true });
    try {
      const found = await checkSeals(database, sealable);
      const revived = findRevived(database);
      const well = found.unsound === 0 && revived.length === 0 && !found.isPutBack;
      const lines = [...toldOfRevived(revived), ...toldOfUnsound(found), verdictOf(found)];
      return {
        json: { well, ...found, revived },
        lines: well ? lines : [...lines, nextStep],
        well,
      };
    } finally {
      close();
    }
  },
});
