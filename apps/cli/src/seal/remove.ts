import { removeSeals } from "@katkey/keys/sqlite";
import { defineCommand } from "../command/command.ts";
import { openSealed } from "./sealed-installation.ts";

export const sealRemove = defineCommand({
  example: "katkey seal remove",
  changes: () => true,
  async run(call) {
    const { database, record, close } = openSealed(call, { sealed: true, alone: true });
    try {
      await record("seal.removed");
      removeSeals(database);
      return {
        json: { sealed: false },
        lines: ["Nothing is sealed any more. Start without KATKEY_SEAL_KEY."],
      };
    } finally {
      close();
    }
  },
});
