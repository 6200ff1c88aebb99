// A process of its own that makes one backup, with the settings of the server that began it, and ends with it.
import { readConfig } from "../config.ts";
import { madeWithDifferences } from "../backups/back-up-in-child.ts";
import { backUp } from "./back-up.ts";

process.once("disconnect", () => process.exit(1));

const [destination = ""] = process.argv.slice(2);
try {
  const { differences } = await backUp(readConfig(), { destination, force: false, now: Date.now() });
  if (differences.length === 0) process.exit(0);
  console.error(differences.map(({ text }) => text).join("\n"));
  process.exit(madeWithDifferences);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
