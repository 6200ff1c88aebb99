import { resolve } from "node:path";
import { backUp } from "@katkey/server/backup";
import { readConfig } from "@katkey/server/config";
import { defineCommand } from "../command/command.ts";
import { readableInLine } from "../command/readable.ts";
import { lineOfManifest } from "./told-of-backup.ts";

export const backup = defineCommand({
  arguments: { file: { takes: "<file>", about: "The file to make, such as /backups/katkey-2026-11-22.tar" } },
  options: { force: { about: "Take the place of a file that is there" } },
  example: "katkey backup /backups/katkey-2026-11-22.tar",
  async run(call) {
    const file = resolve(call.given("file"));
    const request = { destination: file, force: call.has("force"), now: call.now };
    const { manifest, differences } = await backUp(readConfig(), request);
    return {
      json: { file, manifest, differences },
      lines: [file],
      notes: [
        lineOfManifest(manifest),
        "The session secret is not in it: keep the file session-secret, and KATKEY_SEAL_KEY if it is set, elsewhere.",
        ...differences.map(({ text }) => readableInLine(text)),
      ],
      well: differences.length === 0,
    };
  },
});
