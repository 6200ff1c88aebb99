// A process of its own that makes one backup, with the settings of the server that began it, and ends with it.
import { readConfig } from "../config.ts";
import { backUp } from "./back-up.ts";

process.once("disconnect", () => process.exit(1));

const [destination = ""] = process.argv.slice(2);
try {
  await backUp(readConfig(), { destination, force: false, now: Date.now() });
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
