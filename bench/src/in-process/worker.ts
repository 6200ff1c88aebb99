import { openCalls } from "./calls.ts";
import type { Task } from "./task.ts";

// Run by measure-in-process.ts, one for each size: worker.ts <data directory> <keys>
const [directory = "", keys = ""] = process.argv.slice(2);
const measure = openCalls({ directory, keys: Number(keys) });

process.on("message", async (task: Task) => process.send?.(await measure(task)));
