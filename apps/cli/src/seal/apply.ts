import { applySeals } from "@katkey/keys/sqlite";
import { defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";
import { rowsIn } from "./told-of-seals.ts";

export const sealApply = defineCommand({
  example: "katkey seal apply",
  async run(call) {
    const { database, sealable, record, close } = openSealed(call, { sealed: false });
    try {
      await record("seal.applied");
      const { rows } = await applySeals(database, sealable);
      return { json: { rows }, lines: [`${rowsIn(rows)} are sealed as they are.`] };
    } finally {
      close();
    }
  },
});
