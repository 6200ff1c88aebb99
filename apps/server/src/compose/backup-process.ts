// A process of its own that makes one backup, with the settings of the server that began it, and ends with it.
import { setPriority } from "node:os";
import { readConfig } from "../config.ts";
import { backUp } from "./back-up.ts";

/** Behind those that answer requests. */
const priority = 10;

try {
  setPriority(priority);
} catch {
  // Not every system lets a process step back; then it is as any other.
}

process.once("disconnect", () => process.exit(1));

const [destination = ""] = process.argv.slice(2);
try {
  await backUp(readConfig(), { destination, force: false, now: Date.now() });
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
