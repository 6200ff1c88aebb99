import { changeDatabase, createSqliteClockMarks, keysMigrations } from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { sealingOf } from "@katkey/server/sealing";
import { defineCommand } from "../command/command.ts";

export const clockReset = defineCommand({
  example: "katkey clock reset",
  async run({ actor, machineNow }) {
    const config = readConfig();
    const { database: path } = findDataDirectory(config.dataDirectory);
    const database = changeDatabase(
      path,
      keysMigrations,
      sealingOf(config, () => {}),
    );
    try {
      const act = { actor, now: machineNow, address: null, requestId: null };
      const before = await createSqliteClockMarks(database).reset(act, machineNow);
      const [was, is] = [before?.at ?? null, machineNow].map((at) => at && new Date(at).toISOString());
      return {
        json: { before: was, now: is },
        lines: [`Time is what this machine's clock says: ${is}${was ? `; it was ${was}` : ""}.`],
        notes: ["Running servers follow within ten seconds. What has expired meanwhile is accepted again."],
      };
    } finally {
      database.close();
    }
  },
});
