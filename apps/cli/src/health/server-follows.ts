import { join } from "node:path";
import { readConfig } from "@katkey/server/config";
import { processesNotKnowing } from "@katkey/server/seal-notes";
import { CommandError } from "../command/command.ts";
import { unknownKey } from "../seal/unknown-key.ts";
import { askServer, hasLostAFile } from "./ask-server.ts";

/** Who does not answer by then is not waited for: what ends access must not be. */
const patienceSeconds = 1;

/**
 * A change that a running server would not learn of, or could not believe, must not be told as done.
 * @throws CommandError `server_on_lost_file`, `seal_key_not_in_use`; ConfigError
 */
export async function assertServerFollows(machineNow: number): Promise<void> {
  const config = readConfig();
  const server = await askServer(config, { seconds: patienceSeconds });
  if (hasLostAFile(server) && !server.hasOurFile) {
    const message = `The server at ${server.url} still has another katkey.db open, which was deleted, moved or replaced, and would not learn of this. Get that file back, or stop the server, first: docs/operations.md, "Damaged files", says what would be lost. Nothing was changed.`;
    throw new CommandError(message, { code: "server_on_lost_file" });
  }
  if (config.sealKeys === null) return;
  const strangers = processesNotKnowing(join(config.dataDirectory, "katkey.db"), config.sealKeys, machineNow);
  if (strangers.length === 0) return;
  throw new CommandError(`${unknownKey(strangers)} Nothing was changed.`, { code: "seal_key_not_in_use" });
}
