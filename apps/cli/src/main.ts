import { once } from "node:events";
import { carryOut } from "./command/carry-out.ts";
import { commands } from "./commands.ts";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads has read enough, as `katkey … | head` does.
    if (error.code === "EPIPE") process.exit(0);
    if (stream === process.stdout) {
      console.error(
        `The standard output cannot be written (${error.code}). What was to be changed is changed all the same.`,
      );
    }
    process.exit(2);
  });
}

const machineNow = Date.now();

process.exitCode = await carryOut(commands, process.argv.slice(2), {
  machineNow,
  // Loaded when a command is carried out: help is quick.
  now: async () => (await import("./latest-time.ts")).latestTime(machineNow),
  beforeChange: async () => (await import("./health/server-follows.ts")).assertServerFollows(machineNow),
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  note: (line) => console.error(line),
  progress: process.stderr.isTTY ? (line) => console.error(line) : () => {},
  async write(text) {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  },
});
